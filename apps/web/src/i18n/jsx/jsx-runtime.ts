import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-runtime';
import { speaking, type Props } from './speaking.js';

export const Fragment = react.Fragment;

/** React's own, but for texts in another language than the page's: these get an element with their `lang`. */
export function jsx(type: ElementType, props: Props, key?: Key): ReactElement {
  return react.jsx(type, typeof type === 'string' ? speaking(props) : props, key);
}

/** As `jsx`, for several children. */
export function jsxs(type: ElementType, props: Props, key?: Key): ReactElement {
  return react.jsxs(type, typeof type === 'string' ? speaking(props) : props, key);
}

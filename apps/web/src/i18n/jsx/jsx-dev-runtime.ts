import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-dev-runtime';
import { speaking, type Props } from './speaking.js';

export const Fragment = react.Fragment;

type Origin = Parameters<typeof react.jsxDEV> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never;

/** As `jsx` of `jsx-runtime.ts`, with what the development server adds for its messages. */
export function jsxDEV(type: ElementType, props: Props, key: Key | undefined, ...origin: Origin): ReactElement {
  return react.jsxDEV(type, typeof type === 'string' ? speaking(props) : props, key, ...origin);
}

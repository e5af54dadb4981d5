import type { ReactNode } from 'react';
import { Fragment, jsx } from 'react/jsx-runtime';
import { isForeign, pieces, plain } from '../foreign.js';

export type Props = Record<string, unknown> & { children?: ReactNode };

const isMarked = (value: unknown): value is string => typeof value === 'string' && isForeign(value);

/** The properties of an HTML element with every marked text told apart; the same object when there is none. */
export function speaking(props: Props): Props {
  const marked = Object.keys(props).some((name) => {
    const value = props[name];
    return name === 'children' && Array.isArray(value) ? value.some(isMarked) : isMarked(value);
  });
  if (!marked) return props;
  const said = Object.fromEntries(
    Object.entries(props).map(([name, value]) => [name, name !== 'children' && isMarked(value) ? plain(value) : value]),
  ) as Props;
  const { children } = props;
  // Wholly French: the element itself says so. An <option> may hold nothing but text, so it needs this form.
  if (isMarked(children) && pieces(children).every((piece) => piece.french))
    return { lang: 'fr', dir: 'ltr', ...said, children: plain(children) };
  if (isMarked(children)) said.children = inPieces(children);
  else if (Array.isArray(children))
    said.children = children.map((child: ReactNode) => (isMarked(child) ? inPieces(child) : child));
  return said;
}

function inPieces(text: string): ReactNode {
  const parts = pieces(text).map((piece, at) =>
    piece.french ? jsx('span', { lang: 'fr', dir: 'ltr', children: piece.text }, String(at)) : piece.text,
  );
  return jsx(Fragment, { children: parts });
}

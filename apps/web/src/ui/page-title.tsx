import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { plain } from '../i18n/foreign.js';
import { brand } from '../shell/brand.js';
import { announce } from './announce.js';

// The first page is read from its top by the browser itself; only later changes move the focus.
let shown: string | null = null;

interface PageTitleProps {
  /** What the page is, for the window title; also the heading unless `children` says it otherwise. */
  title: string;
  /** The part of the site, e.g. `Mon espace`. */
  section?: string;
  /** Tells apart several steps at one address. */
  step?: string;
  className?: string;
  children?: ReactNode;
}

/**
 * The heading of a page. Exactly one on each page: it sets the window title and, after a change of page,
 * takes the focus and is announced, as a full page load would do.
 */
export function PageTitle({ title, section, step = '', className, children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const place = pathname + step;

  useEffect(() => {
    document.title = plain([title, section, brand.name].filter(Boolean).join(' – '));
  }, [title, section]);

  useEffect(() => {
    const before = shown;
    shown = place;
    if (before === null || before === place) return;
    heading.current?.focus({ preventScroll: true });
    announce(document.title);
  }, [place]);

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  );
}

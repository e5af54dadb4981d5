import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const key = (entry: string): string => `scroll:${entry}`;

/** A page opened anew starts at its top; the browser also says `POP` for it. */
function isOpenedAnew(entry: string): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry === 'default' && loaded?.type === 'navigate';
}

/** A list that is still loading is too short to scroll back: try until it is long enough, for two seconds at most. */
function scrollBackTo(top: number): () => void {
  const end = performance.now() + 2000;
  let frame = 0;
  const step = (): void => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) > 2 && performance.now() < end) frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}

/** A new page starts at its top; going back finds the place that was left. Changing a filter moves nothing. */
export function useScrollMemory(): void {
  const location = useLocation();
  const kind = useNavigationType();
  const isFirst = useRef(true);

  // In the layout phase: when a shorter page takes the place of this one, the jump must not be noted as this one's.
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = (): void => sessionStorage.setItem(key(location.key), String(window.scrollY));
    if (kind === 'REPLACE') remember();
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- how this entry was reached is known with its key
  }, [location.key]);

  useLayoutEffect(() => {
    if (kind === 'PUSH') window.scrollTo(0, 0);
    if (kind !== 'POP' || (isFirst.current && isOpenedAnew(location.key))) return;
    return scrollBackTo(Number(sessionStorage.getItem(key(location.key)) ?? 0));
    // Only a change of page counts: filters replace the search part of the same address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [location.pathname]);

  useEffect(() => {
    isFirst.current = false;
  }, []);
}

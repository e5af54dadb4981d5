import { useSyncExternalStore } from 'react';

const TICK_MS = 15_000;
let now = Date.now();

function subscribe(changed: () => void): () => void {
  const tick = (): void => {
    now = Date.now();
    changed();
  };
  // What was drawn long ago and comes back into view must not think that it is still then.
  if (Date.now() - now > TICK_MS) tick();
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}

/** The present moment in milliseconds, for what opens, closes or runs out while a page is looked at; ticks by 15 s. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

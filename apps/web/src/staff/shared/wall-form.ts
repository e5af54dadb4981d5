import { textIn } from '../../ui/use-form.js';
import { instantOf, type WallTime } from './paris-wall.js';

/** What was typed into the two fields of a `WallFields`. */
export function wallIn(data: FormData, name: string): WallTime {
  return { day: textIn(data, `${name}-day`), time: textIn(data, `${name}-time`) };
}

/** The instant that was typed, or null when it is incomplete or no date. */
export function instantIn(data: FormData, name: string): string | null {
  const shown = wallIn(data, name);
  return shown.day && shown.time ? instantOf(shown) : null;
}

import type { Locale } from '#platform/kernel';
import * as en from './en/index.js';
import * as fr from './fr/index.js';

/** French is the source: its areas and keys are what every other language must have, no more and no less. */
type Source = typeof fr;
export type Area = keyof Source;

/** A key of any area, such as `mails.greeting`. */
export type MessageKey = { [A in Area]: keyof Source[A] }[Area] & string;

/** Every message of the platform by language and area, in ICU MessageFormat. */
export const catalogues: Record<Locale, { [A in Area]: Record<keyof Source[A], string> }> = { fr, en };

import type { Locale } from '#platform/kernel';
import * as ar from './ar/index.js';
import * as en from './en/index.js';
import * as es from './es/index.js';
import * as fr from './fr/index.js';
import * as uk from './uk/index.js';

/** French is the source: its areas and keys are what another language may have, and nothing else. */
type Source = typeof fr;
export type Area = keyof Source;

/** A key of any area, such as `mails.greeting`. */
export type MessageKey = { [A in Area]: keyof Source[A] }[Area] & string;

/** A language that has every message. */
type Whole = { [A in Area]: Record<keyof Source[A], string> };
/** A language on its way: what it lacks is shown in French, and marked as French. */
type Growing = { [A in Area]?: Partial<Record<keyof Source[A], string>> };

/** Every message of the platform by language and area, in ICU MessageFormat. */
export const catalogues: { fr: Whole; en: Whole } & Record<Locale, Growing> = { fr, en, es, uk, ar };

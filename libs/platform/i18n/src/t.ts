import { IntlMessageFormat } from 'intl-messageformat';
import { INTL_TAGS, type Locale } from '#platform/kernel';
import { catalogues, type MessageKey } from './catalogues/index.js';

/** What may stand in for an ICU argument. A `Date` needs `{name, date, long}` or `{name, time, short}` in the message. */
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;

const zone = { timeZone: 'Europe/Paris' } as const;
/** Dates in messages are dates in Paris, whatever the zone of the machine. */
const formats = {
  date: {
    short: { day: 'numeric', month: 'short', year: 'numeric', ...zone },
    long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...zone },
  },
  time: { short: { hour: '2-digit', minute: '2-digit', ...zone } },
} as const;

const messages = Object.fromEntries(
  Object.entries(catalogues).map(([locale, areas]) => {
    const all: Record<string, string> = Object.assign({}, ...Object.values(areas));
    return [locale, new Map(Object.entries(all))];
  }),
);
const parsed = new Map<string, IntlMessageFormat>();

/**
 * A message in the reader's language, or in French where that language does not have it yet.
 *
 * @param values the ICU arguments; one that the message needs and does not get is an error
 * @throws Error when the key does not exist (types forbid it) or an argument is missing
 */
export function t(locale: Locale, key: MessageKey, values: MessageValues = {}): string {
  const id = `${locale}:${key}`;
  let message = parsed.get(id);
  if (message === undefined) {
    const spoken = languageOf(locale, key);
    const source = messages[spoken]?.get(key);
    if (source === undefined) throw new Error(`No message ${key}`);
    message = new IntlMessageFormat(source, INTL_TAGS[spoken], formats, { ignoreTag: true });
    parsed.set(id, message);
  }
  return String(message.format(values));
}

/** The language in which a reader gets a message: hers, or French where hers does not have it. For `lang` attributes. */
export function languageOf(locale: Locale, key: MessageKey): Locale {
  return messages[locale]?.has(key) ? locale : 'fr';
}

/** Whether a text is the key of a message, for keys that are put together at run time (`area.reason.${code}`). */
export function isMessageKey(key: string): key is MessageKey {
  return messages.fr?.has(key) ?? false;
}

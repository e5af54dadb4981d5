import { INTL_TAGS, type Locale } from './locale.js';
import { useLocale } from './provider.js';

const zone = { timeZone: 'Europe/Paris' } as const;
/** What begins in the evening and ends after midnight is still one evening. */
const LONGEST_EVENING_MS = 8 * 3_600_000;
const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...zone } as const;
const shortDay = { weekday: 'short', day: 'numeric', month: 'short', ...zone } as const;

/** How a stretch of time and a moment are said; `Intl` has no words for them. */
const phrases: Record<Locale, { range: string; moment: string }> = {
  fr: { range: 'de {a} à {b}', moment: '{day} à {time}' },
  en: { range: 'from {a} to {b}', moment: '{day} at {time}' },
  es: { range: 'de {a} a {b}', moment: '{day} a las {time}' },
  uk: { range: 'з {a} до {b}', moment: '{day} о {time}' },
  ar: { range: 'من {a} إلى {b}', moment: '{day} الساعة {time}' },
};

/** Times as people in Paris read them: `18 h 30` in French, `6:30 pm` in English, whatever the zone of the device. */
export function useDates() {
  const { locale } = useLocale();
  const language = INTL_TAGS[locale];
  const format = (iso: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, ...zone }).format(new Date(iso));

  const time = (iso: string): string => {
    if (locale === 'en') return format(iso, { hour: 'numeric', minute: '2-digit', hour12: true });
    if (locale !== 'fr') return format(iso, { hour: 'numeric', minute: '2-digit' });
    const [hour, minute] = format(iso, { hour: 'numeric', minute: '2-digit' }).split(':');
    // No line breaks inside a time: the spaces are no-break ones.
    return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
  };
  // French counts the first day of a month apart: `1er février`, and never `1 février`.
  const firstOfMonth = (text: string): string => (locale === 'fr' ? text.replace(/\b1(?= \p{L})/u, '1er') : text);
  const day = (iso: string): string => firstOfMonth(format(iso, longDay));
  const range = (start: string, end: string): string =>
    phrases[locale].range.replace('{a}', time(start)).replace('{b}', time(end));
  const sameDay = (a: string, b: string): boolean => day(a) === day(b);

  return {
    time,
    /** `jeudi 12 mars 2026` */
    day,
    /** `jeu. 12 mars` */
    shortDay: (iso: string): string => firstOfMonth(format(iso, shortDay)),
    /** `jeudi 12 mars 2026 de 18 h 30 à 20 h 30`, also past midnight; over several days, both ends in full. */
    span: (start: string, end: string): string =>
      sameDay(start, end) || Date.parse(end) - Date.parse(start) < LONGEST_EVENING_MS
        ? `${day(start)} ${range(start, end)}`
        : `${day(start)} ${time(start)} – ${day(end)} ${time(end)}`,
    /** `jeudi 12 mars 2026 à 18 h 30` */
    moment: (iso: string): string => phrases[locale].moment.replace('{day}', day(iso)).replace('{time}', time(iso)),
    hours: range,
    /** The parts of a date block: weekday, day number, month. */
    parts: (iso: string): { weekday: string; day: string; month: string } => ({
      weekday: format(iso, { weekday: 'short' }).replace('.', ''),
      day: format(iso, { day: 'numeric' }),
      month: format(iso, { month: 'short' }).replace('.', ''),
    }),
    sameDay,
  };
}

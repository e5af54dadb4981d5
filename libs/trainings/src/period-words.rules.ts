import { t } from '#platform/i18n';
import { formatParis, type Locale, parisDay } from '#platform/kernel';
import type { Period } from './session.rules.js';

/** An hour of Paris as people write it: `18 h 30`, `18 h` in French; `18:30` elsewhere. */
export function hourInWords(instant: Date, locale: Locale): string {
  const [hours = '', minutes = ''] = formatParis(instant, 'en', 'time').split(':');
  if (locale !== 'fr') return `${hours}:${minutes}`;
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
}

/** A stretch of time in Paris as people say it: `jeudi 12 mars 2026 de 18 h 30 à 20 h 30`. */
export function periodInWords({ startsAt, endsAt }: Period, locale: Locale): string {
  const values = {
    day: formatParis(startsAt, locale, 'day'),
    from: hourInWords(startsAt, locale),
    lastDay: formatParis(endsAt, locale, 'day'),
    until: hourInWords(endsAt, locale),
  };
  const sameDay = parisDay(startsAt) === parisDay(endsAt);
  return t(locale, sameDay ? 'trainingMails.when.period' : 'trainingMails.when.across', values);
}

/** An instant as people say it: `jeudi 12 mars 2026 à 18 h 30`. */
export function instantInWords(instant: Date, locale: Locale): string {
  const day = formatParis(instant, locale, 'day');
  return t(locale, 'trainingMails.when.instant', { day, time: hourInWords(instant, locale) });
}

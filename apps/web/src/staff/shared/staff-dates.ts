import { useDates } from '../../i18n/dates.js';
import { useLocale } from '../../i18n/provider.js';

/** Dates as lists of figures need them: short, with the year. */
export function useStaffDates() {
  const dates = useDates();
  const { locale } = useLocale();
  const language = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const date = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  });
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone: 'Europe/Paris' });
  const shortDate = (iso: string): string => date.format(new Date(iso));
  return {
    ...dates,
    /** `12 mars 2026` */
    shortDate,
    /** `12 mars 2026, 18 h 30` */
    shortMoment: (iso: string): string => `${shortDate(iso)}, ${dates.time(iso)}`,
    /** `18:30:05`, for what changes while one looks. */
    clock: (instant: number): string => clock.format(instant),
  };
}

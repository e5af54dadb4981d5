import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { useNow } from '../ui/use-now.js';

/** Until when an offered seat is kept, and how long that still is, in words and to the minute. */
export function Deadline({ iso }: { iso: string }) {
  const { t } = useText();
  const { moment } = useDates();
  const left = Math.ceil((Date.parse(iso) - useNow()) / 60_000);
  if (left <= 0) return <p>{t('web.offer.over')}</p>;
  const hours = Math.floor(left / 60);
  return (
    <p>
      {t('web.offer.until', { moment: moment(iso) })}{' '}
      <strong>
        {hours > 0
          ? t('web.offer.hoursLeft', { hours, minutes: left % 60 })
          : t('web.offer.minutesLeft', { minutes: left })}
      </strong>
    </p>
  );
}

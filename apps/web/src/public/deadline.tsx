import { useEffect, useState } from 'react';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';

/** Until when an offered seat is kept, and how long that still is, in words and to the minute. */
export function Deadline({ iso }: { iso: string }) {
  const { t } = useText();
  const { moment } = useDates();
  const left = useMinutesUntil(iso);
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

function useMinutesUntil(iso: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return Math.ceil((Date.parse(iso) - now) / 60_000);
}

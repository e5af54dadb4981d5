import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { Tag } from '../ui/panels.js';
import { useNow } from '../ui/use-now.js';

interface SeatsProps {
  session: {
    capacity: number;
    seatsLeft: number;
    waitingCount: number;
    enrolmentOpensAt: string;
    enrolmentClosesAt: string;
  };
}

/** How many seats are left, in words: `4/20` could be read both ways. */
export function Seats({ session }: SeatsProps) {
  const { t } = useText();
  const { shortDay, time } = useDates();
  const now = useNow();
  const { capacity, seatsLeft, waitingCount } = session;
  if (now < Date.parse(session.enrolmentOpensAt)) {
    const opens = session.enrolmentOpensAt;
    return <Tag>{t('web.seats.opens', { day: shortDay(opens), time: time(opens) })}</Tag>;
  }
  if (now > Date.parse(session.enrolmentClosesAt)) return <Tag>{t('web.seats.closed')}</Tag>;
  if (seatsLeft === 0) return <Tag tone="warn">{t('web.seats.full', { count: waitingCount })}</Tag>;
  return <Tag tone="good">{t('web.seats.left', { count: seatsLeft, capacity: Math.max(capacity, seatsLeft) })}</Tag>;
}

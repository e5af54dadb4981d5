import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { Tag } from '../ui/panels.js';
import type { EnrolmentData } from './agenda-data.js';

/** Where a booking stands, in a few words. */
export function BookingState({
  enrolment,
}: {
  enrolment: Pick<EnrolmentData, 'status' | 'rank' | 'attended'> & {
    session: Pick<EnrolmentData['session'], 'status'>;
  };
}) {
  const { t } = useText();
  const words = useWords();
  if (enrolment.session.status === 'cancelled') return <Tag tone="bad">{t('mine.state.sessionCancelled')}</Tag>;
  if (enrolment.attended === 'present') return <Tag tone="good">{t('mine.state.present')}</Tag>;
  if (enrolment.attended === 'absent') return <Tag>{t('mine.state.absent')}</Tag>;
  switch (enrolment.status) {
    case 'enrolled':
      return <Tag tone="good">{t('mine.state.enrolled')}</Tag>;
    case 'offered':
      return <Tag tone="warn">{t('mine.state.offered')}</Tag>;
    case 'waiting':
      return <Tag tone="warn">{t('mine.state.waiting', { rank: words.ordinal(enrolment.rank ?? 1) })}</Tag>;
    case 'cancelled':
      return <Tag>{t('mine.state.cancelled')}</Tag>;
    case 'declined':
      return <Tag>{t('mine.state.declined')}</Tag>;
    case 'expired':
      return <Tag>{t('mine.state.expired')}</Tag>;
    case 'removed':
      return <Tag>{t('mine.state.removed')}</Tag>;
  }
}

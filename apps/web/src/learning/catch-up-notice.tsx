import { MoreMessages } from '../i18n/provider.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { Notice } from '../ui/panels.js';

interface NoticeProps {
  dates: readonly { id: string; startsAt: string; endsAt: string }[];
}

/** Says that a booking is for single dates of its session only. */
export default function CatchUpNotice(props: NoticeProps) {
  return (
    <MoreMessages area="web-learning">
      <Dates {...props} />
    </MoreMessages>
  );
}

function Dates({ dates }: NoticeProps) {
  const { t } = useText();
  const { span } = useDates();
  return (
    <Notice title={t('learn.booking.catchUp')}>
      <p>
        {t('learn.booking.catchUpText', {
          days: dates.map(({ startsAt, endsAt }) => span(startsAt, endsAt)).join(', '),
        })}
      </p>
    </Notice>
  );
}

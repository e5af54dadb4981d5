import { MoreMessages } from '../i18n/provider.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { sessionPath, type SessionData } from '../public/session-data.js';
import { ButtonLink } from '../ui/button.js';
import { Section } from '../ui/panels.js';

type Sharing = NonNullable<SessionData['sharing']>;

/** What else there is to know about the seats of a session: for whom they are kept, and that two may come together. */
export default function SeatDetails({ session }: { session: SessionData }) {
  return (
    <MoreMessages area="web-seats">
      {session.sharing && <Shares sharing={session.sharing} />}
      <PairLink session={session} />
    </MoreMessages>
  );
}

function Shares({ sharing }: { sharing: Sharing }) {
  const { t } = useText();
  const { shortDay } = useDates();
  return (
    <div className="card">
      <Section title={t('seats.shared.title')}>
        {sharing.isReleased ? (
          <p>{t('seats.shared.released')}</p>
        ) : (
          <>
            <ul>
              {sharing.shares.map(({ pool, seats, seatsLeft }) => (
                <li key={pool}>{t(`seats.shared.${pool}`, { seats, left: seatsLeft })}</li>
              ))}
            </ul>
            <p>{t('seats.shared.until', { day: shortDay(sharing.releasedAt) })}</p>
            <p className="small muted">{t('seats.shared.both')}</p>
          </>
        )}
      </Section>
    </div>
  );
}

function PairLink({ session }: { session: SessionData }) {
  const { t } = useText();
  const { whyNot, enrolment } = session.mine;
  const open = whyNot === null || whyNot === 'PROFILE_MISSING';
  if (!open || (enrolment && ['enrolled', 'offered', 'waiting'].includes(enrolment.status))) return null;
  return (
    <p className="row tight">
      <ButtonLink small look="quiet" to={`${sessionPath({ id: session.id, courseSlug: session.course.slug })}/a-deux`}>
        {t('seats.pair.link')}
      </ButtonLink>
      <ButtonLink small look="quiet" to="/a-deux">
        {t('seats.invitation.haveCode')}
      </ButtonLink>
    </p>
  );
}

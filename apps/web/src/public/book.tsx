import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useReadAgain, useViewer, type Viewer } from '../api/viewer.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { Failure, Loading, QueryState } from '../ui/states.js';
import { useEnrol, type EnrolResult } from './enrol.js';
import { Identify } from './identify.js';
import { JoinForm } from './join.js';
import { NotFound } from './not-found.js';
import { Overlap, Prospect } from './session-action.js';
import type { SessionData } from './session-data.js';
import { useSession } from './use-session.js';

type Refusal = Extract<EnrolResult, { __typename: 'EnrolmentRefused' }>;

/**
 * Booking, one thing per step: who are you (address, code), about you (newcomers only), check (members only), done.
 * Which step comes next follows from what the server knows, so that a reload goes on where one was.
 */
export default function BookPage() {
  const { id = '' } = useParams();
  const session = useSession(id);
  const viewer = useViewer();
  return (
    <div className="wrap narrow stack">
      <QueryState query={session} titled>
        {(found) =>
          found ? (
            <QueryState query={viewer}>{(person) => <Step session={found} viewer={person} />}</QueryState>
          ) : (
            <NotFound />
          )
        }
      </QueryState>
    </div>
  );
}

function Step({ session, viewer }: { session: SessionData; viewer: Viewer }) {
  const { t } = useText();
  const navigate = useNavigate();
  const enrol = useEnrol(session.id);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const readAgain = useReadAgain();
  const [leaving, setLeaving] = useState(false);
  const underWay = useRef(false);
  const section = session.course.title;
  const waits = session.mine.wouldWait;

  const book = async (confirmOverlap: boolean): Promise<void> => {
    // The second tap of two comes before the button can show that it is busy.
    if (underWay.current) return;
    underWay.current = true;
    try {
      await send(confirmOverlap);
    } finally {
      underWay.current = false;
    }
  };
  const send = async (confirmOverlap: boolean): Promise<void> => {
    const result = await enrol.mutateAsync({ confirmOverlap });
    if (result.__typename === 'EnrolmentRefused') {
      setRefusal(result);
      return;
    }
    setLeaving(true);
    await readAgain();
    await navigate(`/moi/reservations/${result.id}?fait=1`, { replace: true });
  };

  if (leaving) return <Loading />;

  if (!viewer) {
    return (
      <Identify
        title={t(waits ? 'web.book.queue' : 'web.book.title')}
        section={section}
        intro={<Summary session={session} />}
      />
    );
  }
  if (!viewer.volunteer) {
    return (
      <>
        <PageTitle title={t('web.join.aboutYou')} section={section} step="profile" />
        <Summary session={session} />
        <JoinForm
          networks={session.course.networks}
          chosen={[]}
          submit={t(waits ? 'web.session.queueLong' : 'web.session.bookLong')}
          // A refusal or a fault shows on the next step: by then the person is a volunteer and can try again there.
          onJoined={() =>
            book(false)
              .catch(() => undefined)
              .then(readAgain)
          }
        />
      </>
    );
  }
  return (
    <Check
      {...{ session, refusal, name: viewer.volunteer.displayName, busy: enrol.isPending, error: enrol.error, book }}
    />
  );
}

interface CheckProps {
  session: SessionData;
  name: string;
  refusal: Refusal | null;
  busy: boolean;
  error: unknown;
  book: (confirmOverlap: boolean) => Promise<void>;
}

function Check({ session, name, refusal, busy, error, book }: CheckProps) {
  const { t } = useText();
  const { mine } = session;
  const held = mine.enrolment && ['enrolled', 'offered', 'waiting'].includes(mine.enrolment.status);
  const overlap = refusal?.overlap ?? mine.overlap;
  const refused = refusal
    ? refusal.reason !== 'OVERLAP_NOT_CONFIRMED'
    : mine.whyNot !== null && mine.whyNot !== 'OVERLAP_NOT_CONFIRMED';
  const label = overlap ? 'web.book.anyway' : mine.wouldWait ? 'web.session.queueLong' : 'web.session.bookLong';
  return (
    <>
      <PageTitle
        title={t(mine.wouldWait ? 'web.book.queue' : 'web.book.title')}
        section={session.course.title}
        step="check"
      />
      <Summary session={session} />
      {error !== null && <Failure error={error} />}
      {held && mine.enrolment ? (
        <Notice tone="good" title={t('web.book.already')}>
          <ButtonLink small to={`/moi/reservations/${mine.enrolment.id}`}>
            {t('web.session.myBooking')}
          </ButtonLink>
        </Notice>
      ) : refused ? (
        <Refused message={refusal?.message ?? mine.whyNotMessage} missing={refusal?.missing ?? mine.missing} />
      ) : (
        <>
          <p>{t('web.book.as', { name })}</p>
          {mine.wouldWait && <Prospect mine={mine} />}
          <Overlap overlap={overlap} />
          <div className="form-actions">
            <Button busy={busy} onClick={() => void book(overlap !== null).catch(() => undefined)}>
              {t(label)}
            </Button>
            <ButtonLink look="quiet" to=".." relative="path">
              {t('web.book.back')}
            </ButtonLink>
          </div>
        </>
      )}
    </>
  );
}

function Refused({ message, missing }: { message: string | null; missing: SessionData['mine']['missing'] }) {
  const { t } = useText();
  return (
    <Notice tone="warn" title={message ?? t('web.seats.closed')} role="alert">
      {missing.length > 0 && (
        <ul>
          {missing.map(({ id, slug, title }) => (
            <li key={id}>
              <Link to={`/formations/${slug}`}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink small look="secondary" to="/formations">
        {t('web.notFound.trainings')}
      </ButtonLink>
    </Notice>
  );
}

/** What is being booked, in two lines, on every step. */
function Summary({ session }: { session: SessionData }) {
  const { span } = useDates();
  const { t } = useText();
  const date = session.dates[0] ?? session;
  return (
    <div className="summary">
      <p>
        <strong lang={session.course.locale}>{session.course.title}</strong>
      </p>
      <p>
        {span(date.startsAt, date.endsAt)}
        {session.dates.length > 1 && ` (${t('web.session.dates', { count: session.dates.length })})`}
      </p>
      {session.place && <p className="muted">{session.place.name}</p>}
    </div>
  );
}

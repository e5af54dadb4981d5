import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { announce } from '../ui/announce.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/panels.js';
import { Seats } from './seats.js';
import { sessionPath, type SessionData } from './session-data.js';

/** The one thing to do about a session: book, wait, look at one's booking, or understand why not. */
export function SessionAction({ session }: { session: SessionData }) {
  const { t } = useText();
  useSpokenChange(session.mine.wouldWait);
  const { enrolment } = session.mine;
  const active = enrolment && ['enrolled', 'offered', 'waiting'].includes(enrolment.status);
  return (
    <div className="card lifted stack">
      {active ? <Mine enrolment={enrolment} /> : <Open session={session} />}
      <p className="small muted">{t('web.session.freeOfCharge')}</p>
    </div>
  );
}

/** Says it when a seat frees, or the last one goes, while the page is open. */
function useSpokenChange(wouldWait: boolean): void {
  const { t } = useText();
  const before = useRef(wouldWait);
  useEffect(() => {
    if (before.current === wouldWait) return;
    before.current = wouldWait;
    announce(t(wouldWait ? 'web.session.nowFull' : 'web.session.nowFree'));
  }, [wouldWait, t]);
}

function Mine({ enrolment }: { enrolment: NonNullable<SessionData['mine']['enrolment']> }) {
  const { t } = useText();
  const words = useWords();
  const title = {
    enrolled: () => t('web.session.youAreIn'),
    offered: () => t('web.session.youAreOffered'),
    waiting: () => t('web.session.youWait', { rank: words.ordinal(enrolment.rank ?? 1) }),
  }[enrolment.status as 'enrolled' | 'offered' | 'waiting']();
  return (
    <Notice tone={enrolment.status === 'enrolled' ? 'good' : 'warn'} title={title}>
      <ButtonLink small to={`/moi/reservations/${enrolment.id}`}>
        {t(enrolment.status === 'offered' ? 'web.session.answerOffer' : 'web.session.myBooking')}
      </ButtonLink>
    </Notice>
  );
}

function Open({ session }: { session: SessionData }) {
  const { t } = useText();
  const { whyNot, whyNotMessage, wouldWait } = session.mine;
  const path = `${sessionPath({ id: session.id, courseSlug: session.course.slug })}/reserver`;
  // Without a profile one books by making it on the way; an overlap is asked about in the next step.
  const open = whyNot === null || whyNot === 'PROFILE_MISSING' || whyNot === 'OVERLAP_NOT_CONFIRMED';
  return (
    <>
      <div>
        <Seats session={session} />
      </div>
      {open && <ButtonLink to={path}>{t(wouldWait ? 'web.session.queueLong' : 'web.session.bookLong')}</ButtonLink>}
      {open && wouldWait && <Prospect mine={session.mine} />}
      {whyNot === 'OVERLAP_NOT_CONFIRMED' && <Overlap overlap={session.mine.overlap} />}
      {!open && session.status !== 'cancelled' && <WhyNot message={whyNotMessage} missing={session.mine.missing} />}
    </>
  );
}

/** The rank one would have, and the chances when enough past sessions allow to say so. */
export function Prospect({ mine }: { mine: Pick<SessionData['mine'], 'wouldBeRank' | 'chances'> }) {
  const { t } = useText();
  const words = useWords();
  return (
    <p>
      {t('web.session.rank', { rank: words.ordinal(mine.wouldBeRank ?? 1) })}{' '}
      {mine.chances
        ? t('web.session.chances', { percent: mine.chances.percent, sessions: mine.chances.pastSessions })
        : t('web.session.noChances')}
    </p>
  );
}

/** Another booking at the same time: a warning, never a refusal. */
export function Overlap({ overlap }: { overlap: SessionData['mine']['overlap'] }) {
  const { t } = useText();
  const { span } = useDates();
  if (!overlap) return null;
  return (
    <Notice tone="warn" title={t('web.session.overlap')}>
      <p>
        {overlap.courseTitle}, {span(overlap.startsAt, overlap.endsAt)}
      </p>
    </Notice>
  );
}

function WhyNot({ message, missing }: { message: string | null; missing: SessionData['mine']['missing'] }) {
  const { t } = useText();
  return (
    <Notice title={message ?? t('web.seats.closed')}>
      {missing.length > 0 && (
        <ul>
          {missing.map(({ id, slug, title, gives }) => (
            <li key={`${id}${gives?.slug}`}>
              {gives && `${gives.name} – `}
              <Link to={`/formations/${slug}`}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

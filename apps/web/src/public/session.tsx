import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice, Section, Tag } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { CourseText } from './course-text.js';
import { NotFound } from './not-found.js';
import { SessionAction } from './session-action.js';
import { type SessionData } from './session-data.js';
import { SessionFacts } from './session-facts.js';
import { useSession } from './use-session.js';

const SeatDetails = lazy(() => import('../seats/seat-details.js'));

/** One session: what, when, where, and what this reader may do about it now. */
export default function SessionPage() {
  const { id = '' } = useParams();
  const query = useSession(id);
  return (
    <div className="wrap">
      <QueryState query={query} lines={10} titled>
        {(session) => (session ? <SessionBody session={session} /> : <NotFound />)}
      </QueryState>
    </div>
  );
}

function SessionBody({ session }: { session: SessionData }) {
  const { t } = useText();
  const words = useWords();
  const { span } = useDates();
  const { course } = session;
  return (
    <article className="stack loose">
      <div className="stack">
        <div className="row tight">
          {course.networks.map((network) => (
            <Tag key={network} tone={network}>
              {words.network(network)}
            </Tag>
          ))}
          {session.mode !== 'on_site' && <Tag>{words.mode(session.mode)}</Tag>}
        </div>
        <PageTitle title={course.title} section={t('web.nav.trainings')}>
          <span lang={course.locale}>{course.title}</span>
        </PageTitle>
        <p className="lede" lang={course.locale}>
          {course.summary}
        </p>
        {session.status === 'cancelled' && (
          <Notice tone="bad" title={t('web.session.cancelled')}>
            {session.cancelReason && <p>{session.cancelReason}</p>}
            <p>
              <Link to={`/formations/${course.slug}`}>{t('web.session.otherDates')}</Link>
            </p>
          </Notice>
        )}
      </div>
      <div className="aside-layout">
        <div className="aside stack">
          <SessionAction session={session} />
          <Suspense fallback={null}>
            <SeatDetails session={session} />
          </Suspense>
          <SessionFacts session={session} />
        </div>
        <div className="stack loose before">
          {session.dates.length > 1 && (
            <Section title={t('web.session.allDates')}>
              <ul>
                {session.dates.map((date) => (
                  <li key={date.id}>
                    <time dateTime={date.startsAt}>{span(date.startsAt, date.endsAt)}</time>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <CourseText course={course} />
          {session.notes && (
            <Section title={t('web.session.bring')}>
              <p className="prose" lang={course.locale}>
                {session.notes}
              </p>
            </Section>
          )}
        </div>
      </div>
    </article>
  );
}

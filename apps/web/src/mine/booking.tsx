import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { sessionPath } from '../public/session-data.js';
import { SessionFacts } from '../public/session-facts.js';
import { ButtonLink } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice, Section } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { EnrolmentFragment } from './agenda-data.js';
import { CancelBooking, OfferAnswer } from './booking-actions.js';
import { BookingState } from './booking-state.js';
import { QrCode } from './qr.js';

const BookingMate = lazy(() => import('../seats/booking-mate.js'));
const CatchUpNotice = lazy(() => import('../learning/catch-up-notice.js'));

const BookingDocument = graphql(
  `
    query MyEnrolment($id: ID!) {
      myEnrolment(id: $id) {
        ...EnrolmentFields
        bookingCode
        checkInQr
        catchUpDates {
          id
          startsAt
          endsAt
        }
      }
    }
  `,
  [EnrolmentFragment],
);
export type BookingData = ResultOf<typeof BookingDocument>['myEnrolment'];

/** One booking or one place on a waiting list: where it stands, what to bring, how to leave it. */
export default function BookingPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['booking', id],
    queryFn: async () => (await execute(BookingDocument, { id })).myEnrolment,
    refetchInterval: 15_000,
    refetchOnWindowFocus: true,
  });
  return (
    <QueryState query={query} lines={10} titled>
      {(booking) => <Booking booking={booking} />}
    </QueryState>
  );
}

function Booking({ booking }: { booking: BookingData }) {
  const { t } = useText();
  const { session } = booking;
  const over = Date.parse(session.endsAt) < useNow();
  const active = ['enrolled', 'offered', 'waiting'].includes(booking.status) && !over && session.status !== 'cancelled';
  return (
    <>
      <Heading booking={booking} />
      <div className="aside-layout">
        {booking.status === 'enrolled' && active && <Ticket booking={booking} />}
        <div className="stack before">
          {session.status === 'cancelled' && (
            <Notice tone="bad" title={t('web.session.cancelled')}>
              {session.cancelReason && <p>{session.cancelReason}</p>}
            </Notice>
          )}
          {booking.status === 'offered' && active && <OfferAnswer booking={booking} />}
          {booking.status === 'waiting' && active && <Rank booking={booking} />}
          {active && (
            <Suspense fallback={null}>
              <BookingMate id={booking.id} status={booking.status} />
            </Suspense>
          )}
          {booking.catchUpDates.length > 0 && active && (
            <Suspense>
              <CatchUpNotice dates={booking.catchUpDates} />
            </Suspense>
          )}
          <SessionFacts session={session} />
          {session.notes && (
            <Section title={t('web.session.bring')}>
              <p lang={session.course.locale}>{session.notes}</p>
            </Section>
          )}
          <div className="row no-print">
            {booking.icsUrl && booking.status === 'enrolled' && (
              <a className="button secondary small" href={booking.icsUrl}>
                <Icon name="download" size={20} />
                {t('mine.booking.calendar')}
              </a>
            )}
            <ButtonLink small look="quiet" to={sessionPath({ id: session.id, courseSlug: session.course.slug })}>
              {t('web.link.session')}
            </ButtonLink>
            {active && booking.status !== 'offered' && <CancelBooking booking={booking} />}
          </div>
        </div>
      </div>
    </>
  );
}

/** The first look after booking is a confirmation; afterwards it is the booking's page. */
function Heading({ booking }: { booking: BookingData }) {
  const { t } = useText();
  const [search] = useSearchParams();
  const { title, locale } = booking.session.course;
  const section = t('mine.nav.title');
  const fresh = search.get('fait') === '1';
  if (fresh && booking.status === 'enrolled') {
    return (
      <div className="stack">
        <PageTitle title={t('mine.booking.done')} section={section} />
        <p className="lede" lang={locale}>
          {title}
        </p>
        <Notice tone="good" title={t('mine.booking.reference', { code: booking.bookingCode })}>
          <p>{t('mine.booking.nextText')}</p>
        </Notice>
      </div>
    );
  }
  if (fresh && booking.status === 'waiting') {
    return (
      <div className="stack">
        <PageTitle title={t('mine.booking.queued')} section={section} />
        <p className="lede" lang={locale}>
          {title}
        </p>
      </div>
    );
  }
  return (
    <div className="stack tight">
      <PageTitle title={title} section={section}>
        <span lang={locale}>{title}</span>
      </PageTitle>
      <div>
        <BookingState enrolment={booking} />
      </div>
    </div>
  );
}

function Rank({ booking }: { booking: BookingData }) {
  const { t } = useText();
  const words = useWords();
  return (
    <Notice tone="warn" title={t('mine.rank.title', { rank: words.ordinal(booking.rank ?? 1) })}>
      <p>
        {booking.chances
          ? t('web.session.chances', {
              percent: booking.chances.percent,
              sessions: booking.chances.pastSessions,
            })
          : t('web.session.noChances')}
      </p>
      <p>{t('mine.rank.how')}</p>
    </Notice>
  );
}

/** What is shown at the door: the code to scan, and the same in clear for when scanning fails. */
function Ticket({ booking }: { booking: BookingData }) {
  const { t } = useText();
  return (
    <section className="ticket" aria-labelledby="ticket">
      <h2 id="ticket">{t('mine.ticket.title')}</h2>
      <QrCode text={booking.checkInQr} label={t('mine.ticket.qr', { code: booking.bookingCode })} />
      <p className="ticket-code">
        <span className="hint">{t('mine.ticket.code')}</span>
        <code>{booking.bookingCode}</code>
      </p>
      <p className="hint">{t('mine.ticket.hint')}</p>
    </section>
  );
}

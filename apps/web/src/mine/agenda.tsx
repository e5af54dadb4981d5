import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { DateBlock } from '../public/session-list.js';
import { announce } from '../ui/announce.js';
import { Button, ButtonLink } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { PageTitle } from '../ui/page-title.js';
import { Section } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import { bookingPath, useAgenda, type EnrolmentData } from './agenda-data.js';
import { BookingState } from './booking-state.js';

const RenewCalendarDocument = graphql(`
  mutation RenewCalendar {
    renewCalendar {
      calendarUrl
    }
  }
`);

/** All my dates as a list, and the same as a calendar for my phone. */
export default function AgendaPage() {
  const { t } = useText();
  const agenda = useAgenda();
  return (
    <>
      <PageTitle title={t('mine.agenda.title')} section={t('mine.nav.title')} />
      <QueryState query={agenda} lines={8}>
        {({ upcoming, past, calendarUrl }) => (
          <>
            <Section title={t('mine.agenda.upcoming')}>
              {upcoming.length > 0 ? (
                <Bookings enrolments={upcoming} />
              ) : (
                <Empty title={t('mine.home.nothing')}>
                  <ButtonLink to="/formations">{t('web.notFound.trainings')}</ButtonLink>
                </Empty>
              )}
            </Section>
            <Feed url={calendarUrl} />
            {past.length > 0 && (
              <Section title={t('mine.agenda.past')}>
                <Bookings enrolments={past} />
              </Section>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

function Bookings({ enrolments }: { enrolments: EnrolmentData[] }) {
  const { hours } = useDates();
  return (
    <ol role="list" className="session-list">
      {enrolments.map((enrolment) => {
        const { session } = enrolment;
        return (
          <li key={enrolment.id}>
            <article className="session-row">
              <DateBlock iso={session.startsAt} networks={session.course.networks} />
              <div className="session-main">
                <h3>
                  <Link to={bookingPath(enrolment.id)} lang={session.course.locale}>
                    {session.course.title}
                  </Link>
                </h3>
                <p className="session-where">
                  <span>{hours(session.startsAt, session.endsAt)}</span>
                  {session.place && <span>{session.place.name}</span>}
                </p>
              </div>
              <div className="session-action">
                <BookingState enrolment={enrolment} />
              </div>
            </article>
          </li>
        );
      })}
    </ol>
  );
}

/** The private address of my calendar: whoever has it can read my dates, so it can be replaced. */
function Feed({ url }: { url: string }) {
  const { t } = useText();
  const client = useQueryClient();
  const renew = useMutation({
    mutationFn: () => execute(RenewCalendarDocument),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['agenda'] });
      announce(t('mine.feed.renewed'));
    },
  });
  const address = new URL(url, window.location.origin).href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    announce(t('mine.feed.copied'));
  };
  return (
    <Section title={t('mine.feed.title')}>
      <p className="prose">{t('mine.feed.text')}</p>
      <div className="field">
        <label className="label" htmlFor="feed">
          {t('mine.feed.address')}
        </label>
        <input id="feed" className="input" readOnly value={address} onFocus={(event) => event.target.select()} />
      </div>
      <div className="row">
        <a className="button small" href={address.replace(/^https?:/, 'webcal:')}>
          {t('mine.feed.subscribe')}
        </a>
        {'clipboard' in navigator && (
          <Button small look="secondary" onClick={() => void copy()}>
            {t('mine.feed.copy')}
          </Button>
        )}
        <ConfirmButton
          small
          label={t('mine.feed.renew')}
          title={t('mine.feed.renewTitle')}
          confirm={t('mine.feed.renewConfirm')}
          onConfirm={() => renew.mutateAsync()}
        >
          <p>{t('mine.feed.renewText')}</p>
        </ConfirmButton>
      </div>
    </Section>
  );
}

import { Link } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { DateBlock } from '../public/session-list.js';
import { Deadline } from '../public/deadline.js';
import { ButtonLink } from '../ui/button.js';
import { Icon, type IconName } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { Section } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { bookingPath, useAgenda, type EnrolmentData } from './agenda-data.js';
import { BookingState } from './booking-state.js';

/** What comes next, what waits for an answer, and where to go from here. */
export function MySpace() {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const name = viewer?.volunteer?.displayName;
  return (
    <>
      <PageTitle title={name ? t('mine.home.hello', { name }) : t('mine.home.title')} section={t('mine.nav.title')} />
      {viewer?.volunteer ? (
        <Coming />
      ) : (
        <Empty title={t('mine.home.noProfile')}>
          <ButtonLink to="/inscription">{t('web.join.submit')}</ButtonLink>
        </Empty>
      )}
    </>
  );
}

function Coming() {
  const { t } = useText();
  const agenda = useAgenda();
  return (
    <QueryState query={agenda} lines={8}>
      {({ upcoming, past }) => {
        const offers = upcoming.filter(({ status }) => status === 'offered');
        const next = upcoming.find(({ status }) => status === 'enrolled');
        return (
          <>
            {offers.map((offer) => (
              <OfferCard key={offer.id} enrolment={offer} />
            ))}
            <Section title={t('mine.home.next')}>{next ? <NextCard enrolment={next} /> : <Starters />}</Section>
            <ToDo past={past} upcoming={upcoming} />
          </>
        );
      }}
    </QueryState>
  );
}

function OfferCard({ enrolment }: { enrolment: EnrolmentData }) {
  const { t } = useText();
  return (
    <section className="card offer stack" aria-label={t('mine.offer.title')}>
      <h2>{t('mine.offer.title')}</h2>
      <p>
        <strong lang={enrolment.session.course.locale}>{enrolment.session.course.title}</strong>
      </p>
      {enrolment.offer && <Deadline iso={enrolment.offer.deadlineAt} />}
      <div>
        <ButtonLink to={bookingPath(enrolment.id)}>{t('web.session.answerOffer')}</ButtonLink>
      </div>
    </section>
  );
}

function NextCard({ enrolment }: { enrolment: EnrolmentData }) {
  const { t } = useText();
  const { hours } = useDates();
  const now = useNow();
  const { session } = enrolment;
  const date = session.dates.find(({ endsAt }) => Date.parse(endsAt) > now) ?? session;
  return (
    <div className="card lifted next-card">
      <DateBlock iso={date.startsAt} networks={session.course.networks} />
      <div className="stack tight">
        <h3 lang={session.course.locale}>{session.course.title}</h3>
        <p>{hours(date.startsAt, date.endsAt)}</p>
        {session.place && (
          <p>
            {session.place.name}, {session.place.address}
          </p>
        )}
        {session.notes && <p className="muted">{session.notes}</p>}
        <div className="row">
          <ButtonLink small to={bookingPath(enrolment.id)}>
            {t('mine.home.ticket')}
          </ButtonLink>
          <ButtonLink small look="quiet" to="/moi/agenda">
            {t('mine.home.wholeAgenda')}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}

/** Nothing booked yet: three ways to begin. */
function Starters() {
  const { t } = useText();
  return (
    <Empty title={t('mine.home.nothing')}>
      <div className="row">
        <ButtonLink to="/formations?places=1">{t('mine.home.findTraining')}</ButtonLink>
        <ButtonLink look="secondary" to="/formations?soir=1">
          {t('web.home.evening')}
        </ButtonLink>
        <ButtonLink look="secondary" to="/moi/disponibilites">
          {t('mine.home.sayWhen')}
        </ButtonLink>
      </div>
    </Empty>
  );
}

interface Task {
  to: string;
  icon: IconName;
  title: string;
  text?: string;
}

function ToDo({ upcoming, past }: { upcoming: EnrolmentData[]; past: EnrolmentData[] }) {
  const { t } = useText();
  const waiting = upcoming.filter(({ status }) => status === 'waiting');
  const attended = past.filter(({ attended: presence }) => presence === 'present');
  const tasks: Task[] = [
    {
      to: '/moi/disponibilites',
      icon: 'clock',
      title: t('mine.todo.availability'),
      text: t('mine.todo.availabilityHint'),
    },
    { to: '/moi/agenda', icon: 'calendar', title: t('mine.todo.calendar'), text: t('mine.todo.calendarHint') },
  ];
  return (
    <>
      {waiting.length > 0 && (
        <Section title={t('mine.home.waiting')}>
          <ul role="list" className="rows">
            {waiting.map((enrolment) => (
              <li key={enrolment.id} className="row apart">
                <Link to={bookingPath(enrolment.id)} lang={enrolment.session.course.locale}>
                  {enrolment.session.course.title}
                </Link>
                <BookingState enrolment={enrolment} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('mine.home.todo')}>
        <ul role="list" className="time-doors">
          {tasks.map(({ to, icon, title, text }) => (
            <li key={to}>
              <Link to={to} className="time-door">
                <Icon name={icon} size={26} />
                <span>
                  <strong>{title}</strong>
                  {text && <span className="hint">{text}</span>}
                </span>
                <Icon name="arrow" size={22} />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('mine.home.path')}>
        <p>{t('mine.home.pathText', { count: attended.length })}</p>
        {attended.length > 0 && (
          <p>
            <Link to="/moi/attestations">{t('mine.nav.certificates')}</Link>
          </p>
        )}
        <p>
          <Link to="/moi/qualifications">{t('mine.nav.qualifications')}</Link>
        </p>
      </Section>
    </>
  );
}

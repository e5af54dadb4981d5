import { Link } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { Tag } from '../ui/panels.js';
import { useNow } from '../ui/use-now.js';
import { Seats } from './seats.js';
import { sessionPath, type SessionCardData } from './session-data.js';

/** Sessions by date. `level` is that of the headings around it. */
export function SessionList({ sessions, level = 2 }: { sessions: readonly SessionCardData[]; level?: 2 | 3 }) {
  return (
    <ol role="list" className="session-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionRow session={session} level={level} />
        </li>
      ))}
    </ol>
  );
}

/** The day of a session, set like a page of a tear-off calendar. */
export function DateBlock({ iso, networks }: { iso: string; networks: readonly string[] }) {
  const { parts, day } = useDates();
  const { weekday, day: number, month } = parts(iso);
  return (
    <time className={`date-block ${networks.length === 1 ? networks[0] : 'both'}`} dateTime={iso}>
      <span className="visually-hidden">{day(iso)}</span>
      <span aria-hidden="true">{weekday}</span>
      <span aria-hidden="true" className="date-number">
        {number}
      </span>
      <span aria-hidden="true">{month}</span>
    </time>
  );
}

function SessionRow({ session, level }: { session: SessionCardData; level: 2 | 3 }) {
  const { t } = useText();
  const { hours } = useDates();
  const words = useWords();
  const now = useNow();
  const Heading = level === 2 ? 'h2' : 'h3';
  const path = sessionPath(session);
  const bookable = Date.parse(session.enrolmentOpensAt) <= now && now <= Date.parse(session.enrolmentClosesAt);
  const where = [
    session.mode === 'online' ? words.mode('online') : session.placeName,
    session.arrondissement ? words.arrondissement(session.arrondissement) : null,
  ].filter((part) => part !== null);
  return (
    <article className="session-row">
      <DateBlock iso={session.startsAt} networks={session.networks} />
      <div className="session-main">
        <div className="row tight">
          {session.networks.map((network) => (
            <Tag key={network} tone={network}>
              {words.network(network)}
            </Tag>
          ))}
          {session.mode === 'visit' && <Tag>{words.mode('visit')}</Tag>}
        </div>
        <Heading>
          <Link to={path} lang={session.courseLocale}>
            {session.courseTitle}
          </Link>
        </Heading>
        <p className="session-where">
          <span>
            <Icon name="clock" size={18} />
            {hours(session.startsAt, session.endsAt)}
            {session.dateCount > 1 && ` (${t('web.session.dates', { count: session.dateCount })})`}
          </span>
          <span>
            <Icon name={session.mode === 'online' ? 'screen' : 'place'} size={18} />
            {where.join(', ')}
          </span>
          <Extras session={session} />
        </p>
      </div>
      <div className="session-action">
        <Seats session={session} />
        {bookable && (
          <ButtonLink small look={session.seatsLeft > 0 ? 'primary' : 'secondary'} to={`${path}/reserver`}>
            {t(session.seatsLeft > 0 ? 'web.session.book' : 'web.session.queue')}
            <span className="visually-hidden"> – {session.courseTitle}</span>
          </ButtonLink>
        )}
      </div>
    </article>
  );
}

/** What sets a session apart: other languages than French, access. */
function Extras({ session }: { session: SessionCardData }) {
  const words = useWords();
  const languages = session.languages.filter((code) => code !== 'fr');
  const access = new Set([...session.accessibility, ...(session.stepFree ? ['step-free'] : [])]);
  // Sign language is a language here, and would stand twice.
  if (languages.includes('fsl')) access.delete('fsl');
  return (
    <>
      {languages.length > 0 && (
        <span>
          <Icon name="language" size={18} />
          {languages.map(words.language).join(', ')}
        </span>
      )}
      {access.size > 0 && (
        <span>
          <Icon name="access" size={18} />
          {[...access].map(words.accessibility).join(', ')}
        </span>
      )}
    </>
  );
}

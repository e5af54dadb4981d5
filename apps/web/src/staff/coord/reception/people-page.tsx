import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { ButtonLink, Empty, PageTitle, QueryState, Section, Tag } from '../../../ui/index.js';
import { FilterBar, SearchField, useFilters } from '../../shared/filters.js';
import { loadBoard, loadPeople, personPath, RECEPTION, type BoardLine, type Person } from './reception-data.js';
import { CardEnd } from './reception-frame.js';

/** Where somebody at the desk begins: find her, or receive her. */
export function PeoplePage() {
  const { t } = useText();
  const [{ texte }, change] = useFilters('texte');
  const found = useQuery({
    queryKey: [...RECEPTION, 'people', texte],
    queryFn: () => loadPeople(texte),
    enabled: texte !== '',
  });
  return (
    <>
      <PageTitle title={t('reception.title')} section={t('staff.area.coordinator')} />
      <p className="lede">{t('reception.lede')}</p>
      <div>
        <ButtonLink to="/coord/accueil/nouvelle">{t('reception.new')}</ButtonLink>
      </div>
      <FilterBar label={t('reception.find')}>
        <SearchField
          label={t('reception.find')}
          hint={t('reception.find.hint')}
          value={texte}
          onSearch={(text) => change({ texte: text })}
        />
      </FilterBar>
      {texte !== '' && (
        <QueryState query={found} lines={3}>
          {(people) => <Found people={people} />}
        </QueryState>
      )}
      <Today />
    </>
  );
}

function Found({ people }: { people: Person[] }) {
  const { t } = useText();
  const { day } = useDates();
  return (
    <div className="stack tight">
      <p role="status" className={people.length === 0 ? undefined : 'small muted'}>
        {people.length === 0 ? t('reception.find.nobody') : t('reception.find.found', { count: people.length })}
      </p>
      <ul role="list" className="rows">
        {people.map((person) => (
          <li key={person.id} className="row apart">
            <Link to={personPath(person.id)} className="row-title">
              {person.displayName}
            </Link>
            <span>
              <CardEnd end={person.cardEnd} />{' '}
              <span className="small muted">· {t('reception.person.since', { day: day(person.since) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Today() {
  const { t } = useText();
  const { sameDay } = useDates();
  const board = useQuery({ queryKey: [...RECEPTION, 'board', 1], queryFn: () => loadBoard(1) });
  const isToday = ({ startsAt }: BoardLine): boolean => sameDay(startsAt, new Date().toISOString());
  return (
    <Section title={t('reception.today')}>
      <QueryState query={board} lines={3}>
        {(lines) => <Expected lines={lines.filter(isToday)} />}
      </QueryState>
    </Section>
  );
}

function Expected({ lines }: { lines: BoardLine[] }) {
  const { t } = useText();
  const { time } = useDates();
  if (lines.length === 0) return <Empty title={t('reception.today.none')} />;
  return (
    <ul role="list" className="rows">
      {lines.map((line) => (
        <li key={`${line.enrolmentId} ${line.sessionDateId}`} className="row apart">
          <span>
            <strong>{time(line.startsAt)}</strong> <Link to={personPath(line.volunteerId)}>{line.displayName}</Link>{' '}
            <CardEnd end={line.cardEnd} />
            <br />
            <span lang={line.courseLocale}>{line.courseTitle}</span>
          </span>
          <span className="row">
            {line.present && <Tag tone="good">{t('reception.today.present')}</Tag>}
            <ButtonLink small look="quiet" to={`/formateur/sessions/${line.sessionId}`}>
              {t('reception.today.door')}
              <span className="visually-hidden"> – {line.courseTitle}</span>
            </ButtonLink>
          </span>
        </li>
      ))}
    </ul>
  );
}

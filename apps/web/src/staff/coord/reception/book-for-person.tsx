import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../../api/execute.js';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { useWords } from '../../../i18n/words.js';
import { SessionsDocument, type SessionCardData } from '../../../public/session-data.js';
import { announce, Button, Empty, Failure, Notice, QueryState, Section, type Tone } from '../../../ui/index.js';
import { FilterBar, SearchField } from '../../shared/filters.js';
import { BookForDocument, RECEPTION, type Person } from './reception-data.js';

const SHOWN = 8;

/** Sessions to come, and the button that books one for her. Conflicts are told in the words of the rule. */
export function BookForPerson({ person }: { person: Person }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const query = useQuery({
    queryKey: [...RECEPTION, 'sessions', text],
    queryFn: async () => (await execute(SessionsDocument, { filter: { text: text || null }, first: SHOWN })).sessions,
  });
  return (
    <Section title={t('reception.book.title')}>
      <FilterBar label={t('reception.book.title')}>
        <SearchField
          label={t('reception.book.search')}
          hint={t('reception.book.searchHint')}
          value={text}
          onSearch={setText}
        />
      </FilterBar>
      <QueryState query={query} lines={4}>
        {({ nodes }) =>
          nodes.length === 0 ? <Empty title={t('reception.book.none')} /> : <Choices person={person} sessions={nodes} />
        }
      </QueryState>
    </Section>
  );
}

function Choices({ person, sessions }: { person: Person; sessions: readonly SessionCardData[] }) {
  const { t } = useText();
  const { span } = useDates();
  const words = useWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState<{ tone: Tone; text: string } | null>(null);

  const book = async (session: SessionCardData): Promise<void> => {
    setBusy(session.id);
    setError(null);
    try {
      const { enrolOther: done } = await execute(BookForDocument, { sessionId: session.id, volunteerId: person.id });
      const facts = { name: person.displayName, course: session.courseTitle };
      const answer =
        done.__typename === 'EnrolmentRefused'
          ? { tone: 'warn' as const, text: done.message }
          : {
              tone: 'good' as const,
              text: done.rank
                ? t('reception.book.waits', { ...facts, rank: words.ordinal(done.rank) })
                : t('reception.book.booked', facts),
            };
      setTold(answer);
      announce(answer.text);
      await client.invalidateQueries({ queryKey: RECEPTION });
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="stack">
      {error !== null && <Failure error={error} />}
      {told && <Notice tone={told.tone} title={told.text} />}
      <ul role="list" className="rows">
        {sessions.map((session) => (
          <li key={session.id} className="row apart">
            <span>
              <strong lang={session.courseLocale}>{session.courseTitle}</strong>
              <br />
              {span(session.startsAt, session.endsAt)}
              <br />
              <span className="small muted">
                {[session.placeName, t('reception.book.seats', { count: session.seatsLeft })]
                  .filter(Boolean)
                  .join(' – ')}
              </span>
            </span>
            <Button small look="secondary" busy={busy === session.id} onClick={() => void book(session)}>
              {t('reception.book.submit')}
              <span className="visually-hidden"> – {session.courseTitle}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

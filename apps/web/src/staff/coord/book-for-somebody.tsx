import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, Button, Disclosure, Failure, Notice, QueryState, type Tone } from '../../ui/index.js';
import { FilterBar, SearchField } from '../shared/filters.js';
import type { EditedSession } from './session-data.js';
import { loadVolunteers, type VolunteerRow } from './volunteers-data.js';

const EnrolOtherDocument = graphql(`
  mutation EnrolOther($sessionId: ID!, $volunteerId: ID!) {
    enrolOther(sessionId: $sessionId, volunteerId: $volunteerId) {
      __typename
      ... on Enrolment {
        status
        rank
      }
      ... on EnrolmentRefused {
        message
      }
    }
  }
`);

const SHOWN = 8;

/** Looks a volunteer up and books for her; she is told. */
export function BookForSomebody({ session }: { session: EditedSession }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const query = useQuery({
    queryKey: ['staff', 'volunteers', 'to-book', text],
    queryFn: () => loadVolunteers({ filter: { text }, first: SHOWN }),
    enabled: text.length > 1,
  });
  return (
    <Disclosure summary={t('staff.book.title')}>
      <FilterBar label={t('staff.book.title')}>
        <SearchField label={t('staff.book.search')} hint={t('staff.book.hint')} value={text} onSearch={setText} />
      </FilterBar>
      {text.length > 1 && (
        <QueryState query={query} lines={3}>
          {({ nodes, total }) => <Found session={session} people={nodes} total={total} />}
        </QueryState>
      )}
    </Disclosure>
  );
}

function Found({ session, people, total }: { session: EditedSession; people: VolunteerRow[]; total: number }) {
  const { t } = useText();
  const words = useWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState<{ tone: Tone; text: string } | null>(null);

  const book = async ({ id, displayName: name }: VolunteerRow): Promise<void> => {
    setBusy(id);
    setError(null);
    try {
      const { enrolOther } = await execute(EnrolOtherDocument, { sessionId: session.id, volunteerId: id });
      const answer =
        enrolOther.__typename === 'EnrolmentRefused'
          ? { tone: 'warn' as const, text: `${name} : ${enrolOther.message}` }
          : {
              tone: 'good' as const,
              text: enrolOther.rank
                ? t('staff.book.waits', { name, rank: words.ordinal(enrolOther.rank) })
                : t('staff.book.booked', { name }),
            };
      setTold(answer);
      announce(answer.text);
      await client.invalidateQueries({ queryKey: ['staff'] });
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
      {people.length === 0 ? (
        <p>{t('staff.book.nobody')}</p>
      ) : (
        <ul role="list" className="rows">
          {people.map((person) => (
            <li key={person.id} className="row apart">
              <span>
                {person.displayName}
                <br />
                <span className="small muted">
                  {[
                    ...person.networks.map(words.network),
                    person.arrondissement && words.arrondissement(person.arrondissement),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </span>
              <Button small look="secondary" busy={busy === person.id} onClick={() => void book(person)}>
                {t('staff.book.submit')}
                <span className="visually-hidden"> – {person.displayName}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {total > people.length && <p className="small muted">{t('staff.book.more', { count: total - people.length })}</p>}
    </div>
  );
}

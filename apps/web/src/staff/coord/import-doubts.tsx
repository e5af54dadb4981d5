import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../i18n/text.js';
import { announce, Button, Disclosure, Failure, QueryState, Section } from '../../ui/index.js';
import { rowTitle } from './import-row.js';
import { choose, rowsOf, type Details, type Row, type RowChoice } from './imports-data.js';

interface DoubtsProps {
  details: Details;
  put: (details: Details) => void;
  state: 'doubt' | 'left_out';
}

/** Rows that may be of somebody known, with the reasons and a choice each; or those that were left out. */
export function ImportDoubts({ details, put, state }: DoubtsProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { file } = details;
  const [error, setError] = useState<unknown>(null);
  const count = state === 'doubt' ? file.doubts : file.leftOut;
  const query = useQuery({
    queryKey: ['staff', 'import-rows', file.id, state, count],
    queryFn: () => rowsOf({ id: file.id, state, code: null, after: 0 }),
    placeholderData: (before) => before,
  });
  const decide = async (row: Row, choice: RowChoice | null): Promise<void> => {
    setError(null);
    try {
      const answer = await choose({ id: file.id, line: row.line, choice });
      announce(t('staff.import.decided', { line: row.line }));
      put(answer.details);
      await client.invalidateQueries({ queryKey: ['staff', 'import-rows', file.id] });
      // The row is gone from this list: its neighbour takes its place, and the focus stays in the list.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`#decide-${state} button`)?.focus());
    } catch (caught) {
      setError(caught);
    }
  };
  const list = (rows: Row[]) => (
    <ol className="fault-list" role="list" id={`decide-${state}`}>
      {rows.map((row) => (
        <Doubt key={row.line} row={row} decide={decide} />
      ))}
    </ol>
  );
  const body = (
    <>
      {error !== null && <Failure error={error} />}
      <QueryState query={query} lines={4}>
        {list}
      </QueryState>
    </>
  );
  if (state === 'left_out') return <Disclosure summary={t('staff.import.outTitle', { count })}>{body}</Disclosure>;
  return (
    <Section title={t('staff.import.toDecide', { count })}>
      <p>{t('staff.import.toDecideText')}</p>
      {body}
    </Section>
  );
}

function Doubt({ row, decide }: { row: Row; decide: (row: Row, choice: RowChoice | null) => Promise<void> }) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const { line, match, choices, state } = row;
  const send = (choice: RowChoice | null): void => {
    setBusy(true);
    void decide(row, choice).finally(() => setBusy(false));
  };
  const filled = row.cells.filter(({ value }) => value.trim() !== '');
  return (
    <li className="fault-row">
      <div className="fault-row-head">
        <h3>{rowTitle(row, t)}</h3>
      </div>
      {match && (
        <p>
          {t('staff.import.mayBeKnown')}{' '}
          <Link to={`/coord/benevoles?personne=${match.id}`} target="_blank" rel="noreferrer">
            {match.displayName}
          </Link>{' '}
          <span className="muted">
            ({match.reasons.map((reason) => t(`staff.import.reason.${reason}`)).join(', ')})
          </span>
        </p>
      )}
      <p className="small muted">{filled.map(({ header, value }) => `${header} : ${value}`).join(' · ')}</p>
      <div className="row" role="group" aria-label={t('staff.import.lineTitle', { line })}>
        {state === 'left_out' ? (
          <Button small look="secondary" busy={busy} onClick={() => send(null)}>
            {t('staff.import.takeBack')}
          </Button>
        ) : (
          choices.map((choice) => (
            <Button
              key={choice}
              small
              look={choice === 'leave_out' ? 'quiet' : 'secondary'}
              busy={busy}
              onClick={() => send(choice)}
            >
              {t(`staff.import.choice.${choice}`)}
            </Button>
          ))
        )}
      </div>
    </li>
  );
}

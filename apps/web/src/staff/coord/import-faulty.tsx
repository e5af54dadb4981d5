import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../i18n/text.js';
import { announce, Button, Failure, QueryState, Section, SelectField } from '../../ui/index.js';
import { FilterBar } from '../shared/filters.js';
import { choose, fixCell, rowsOf, type Cell, type Details, type Row, type RowChoice } from './imports-data.js';
import { FaultyRow } from './import-row.js';

interface FaultyProps {
  details: Details;
  put: (details: Details) => void;
}

/** The rows with faults, each put right in its place: Enter checks a value and leads to the next one. */
export function ImportFaulty({ details, put }: FaultyProps) {
  const { t } = useText();
  const { file, kinds } = details;
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const list = useRef<HTMLOListElement>(null);
  const rows = useFaultyRows(file.id, code);
  const answered = useAnswered(list, rows.replace);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const fix = (row: Row, cell: Cell, value: string, everywhere: boolean): Promise<void> =>
    attempt(async () => {
      const answer = await fixCell({ id: file.id, line: row.line, column: cell.column, value, everywhere });
      put(answer.details);
      if (answer.changed > 1) {
        announce(t('staff.import.changedMany', { count: answer.changed }));
        await rows.again();
      } else answered(answer.row, cell.column);
    });
  const decide = (row: Row, choice: RowChoice | null): Promise<void> =>
    attempt(async () => {
      const answer = await choose({ id: file.id, line: row.line, choice });
      put(answer.details);
      answered(answer.row, 0);
    });

  return (
    <Section title={t('staff.import.toFix', { count: file.faulty })}>
      <p>{t('staff.import.toFixText')}</p>
      <Kinds kinds={kinds} total={file.faulty} chosen={code} choose={setCode} />
      {error !== null && <Failure error={error} />}
      <QueryState query={rows.query} lines={6}>
        {({ pages }) => (
          <ol className="fault-list" role="list" ref={list}>
            {pages.flat().map((row) => (
              <FaultyRow key={row.line} row={row} fix={fix} decide={decide} />
            ))}
          </ol>
        )}
      </QueryState>
      {rows.query.hasNextPage && (
        <div className="row">
          <Button
            small
            look="secondary"
            busy={rows.query.isFetchingNextPage}
            onClick={() => void rows.query.fetchNextPage()}
          >
            {t('staff.list.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** The rows with faults, fifty at a time; one that was put right stays in its place until the list is read again. */
function useFaultyRows(id: string, code: string | null) {
  const client = useQueryClient();
  const key = ['staff', 'import-rows', id, 'faulty', code];
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => rowsOf({ id, state: 'faulty', code, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length === 50 ? page.at(-1)?.line : undefined),
    staleTime: Infinity,
    gcTime: 0,
  });
  type Pages = NonNullable<typeof query.data>;
  const replace = (row: Row): void => {
    client.setQueryData<Pages>(
      key,
      (data) =>
        data && { ...data, pages: data.pages.map((page) => page.map((old) => (old.line === row.line ? row : old))) },
    );
  };
  return { query, replace, again: () => client.invalidateQueries({ queryKey: ['staff', 'import-rows', id] }) };
}

/** Says what became of a row, and leads to the next value that is wrong. */
function useAnswered(list: RefObject<HTMLOListElement | null>, replace: (row: Row) => void) {
  const { t } = useText();
  return (row: Row, column: number): void => {
    const inputs = [...(list.current?.querySelectorAll<HTMLInputElement>('input[data-fault]') ?? [])];
    const here = inputs.findIndex((input) => input.dataset['fault'] === `${row.line}/${column}`);
    const later = inputs.slice(here + 1).map((input) => input.dataset['fault']);
    replace(row);
    const { line } = row;
    const still = row.state === 'faulty' ? row.cells.find(({ message }) => message !== null) : undefined;
    if (still) announce(t('staff.import.stillFaulty', { line, message: still.message ?? '' }));
    else if (row.state === 'doubt') announce(t('staff.import.nowDoubt', { line }));
    else announce(t(row.state === 'left_out' ? 'staff.import.nowOut' : 'staff.import.nowSound', { line }));
    const wanted = still ? [`${line}/${still.column}`, ...later] : later;
    // The page has to show the row as it is now before the focus can go anywhere in it.
    requestAnimationFrame(() => {
      const next = wanted
        .map((mark) => list.current?.querySelector<HTMLInputElement>(`input[data-fault="${mark}"]`))
        .find((input) => input);
      next?.focus();
      next?.select();
      // After the last one the list goes: the focus must not go with it.
      if (!next && wanted.length === 0) document.querySelector<HTMLElement>('main h1')?.focus();
    });
  };
}

interface KindsProps {
  kinds: Details['kinds'];
  total: number;
  chosen: string | null;
  choose: (kind: string | null) => void;
}

/** Faults of one kind are quicker to put right one after another. */
function Kinds({ kinds, total, chosen, choose }: KindsProps) {
  const { t } = useText();
  const { messages, formatMessage } = useIntl();
  // A kind that is newer than the page shows its code.
  const nameOf = (code: string): string => {
    const id = `staff.fault.${code}`;
    return id in messages ? formatMessage({ id }) : code;
  };
  if (kinds.length < 2 && chosen === null) return null;
  return (
    <FilterBar label={t('staff.import.kinds')}>
      <SelectField
        name="genre"
        label={t('staff.import.kind')}
        optional
        value={chosen ?? ''}
        choices={[
          { value: '', label: t('staff.import.allKinds', { count: total }) },
          ...kinds.map(({ code, count }) => ({ value: code, label: `${nameOf(code)} (${count})` })),
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value || null)}
      />
    </FilterBar>
  );
}

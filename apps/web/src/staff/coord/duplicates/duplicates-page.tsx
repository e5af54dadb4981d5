import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../../api/execute.js';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { announce, Button, ButtonLink, Empty, Failure, Notice, PageTitle, QueryState } from '../../../ui/index.js';
import { DecideDocument, DuplicatesDocument, reasons, SearchDocument, type Pair, type Side } from './merge-data.js';

const DUPLICATES = ['staff', 'duplicates'];

/** Pairs that somebody should look at, the most alike first. */
export function DuplicatesPage() {
  const { t } = useText();
  const client = useQueryClient();
  const [searching, setSearching] = useState(false);
  const [decided, setDecided] = useState<Pair | null>(null);
  const [error, setError] = useState<unknown>(null);
  const query = useQuery({
    queryKey: DUPLICATES,
    queryFn: async () => (await execute(DuplicatesDocument)).duplicates,
    // A search that was asked for ends a moment later, in the worker.
    refetchInterval: searching ? 3000 : false,
  });
  const run = async (act: () => Promise<unknown>, said: string): Promise<void> => {
    setError(null);
    try {
      await act();
      announce(said);
      await client.invalidateQueries({ queryKey: DUPLICATES });
    } catch (caught) {
      setError(caught);
    }
  };
  const decide = ({ first, second }: Pair, different: boolean): Promise<unknown> =>
    execute(DecideDocument, { firstId: first.id, secondId: second.id, different });
  const search = async (): Promise<void> => {
    await run(() => execute(SearchDocument), t('merges.searching'));
    setSearching(true);
  };
  return (
    <>
      <PageTitle title={t('merges.title')} section={t('staff.area.coordinator')} />
      <p className="lede">{t('merges.lede')}</p>
      <div>
        <Button look="secondary" onClick={() => void search()}>
          {t('merges.search')}
        </Button>
      </div>
      {searching && <Notice title={t('merges.searching')} />}
      {error !== null && <Failure error={error} />}
      {decided && (
        <Notice tone="good" title={t('merges.differentDone')}>
          <Button
            small
            look="quiet"
            onClick={() => {
              setDecided(null);
              void run(() => decide(decided, false), t('merges.undo'));
            }}
          >
            {t('merges.undo')}
          </Button>
        </Notice>
      )}
      <QueryState query={query}>
        {(pairs) =>
          pairs.length === 0 ? (
            <Empty title={t('merges.none')} />
          ) : (
            <>
              <p className="muted small">{t('merges.count', { count: pairs.length })}</p>
              <ul role="list" className="rows">
                {pairs.map((pair) => (
                  <li key={`${pair.first.id} ${pair.second.id}`}>
                    <PairRow
                      pair={pair}
                      onDifferent={() => {
                        setDecided(pair);
                        void run(() => decide(pair, true), t('merges.differentDone'));
                      }}
                    />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
    </>
  );
}

function PairRow({ pair, onDifferent }: { pair: Pair; onDifferent: () => void }) {
  const { t } = useText();
  const { first, second, score } = pair;
  const names = t('merges.pair', { first: first.displayName, second: second.displayName });
  return (
    <article className="stack tight">
      <h2 className="row-title">{names}</h2>
      <p>
        {pair.reasons.map((reason) => t(reasons[reason])).join(', ')}{' '}
        <span className="small muted">· {t('merges.likely', { score })}</span>
      </p>
      <div className="merge-options">
        <SideFacts side={first} />
        <SideFacts side={second} />
      </div>
      <div className="row">
        <ButtonLink small to={`/coord/doublons/${first.id}/${second.id}`}>
          {t('merges.compare')}
          <span className="visually-hidden"> – {names}</span>
        </ButtonLink>
        <Button small look="secondary" onClick={onDifferent}>
          {t('merges.different')}
          <span className="visually-hidden"> – {names}</span>
        </Button>
      </div>
    </article>
  );
}

/** What tells one profile from the other in few words. */
export function SideFacts({ side }: { side: Side }) {
  const { t } = useText();
  const { day } = useDates();
  return (
    <p className="small">
      <strong>{side.displayName}</strong>
      <br />
      {t('merges.side', { day: day(side.since), bookings: side.bookings })}
      {side.hasAccount && `, ${t('merges.signsIn')}`}
    </p>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { execute } from '../api/execute.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Button, ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { FilterBar } from './filter-bar.js';
import { useFilters } from './filters.js';
import { SessionsDocument } from './session-data.js';
import { SessionList } from './session-list.js';

/** Every session to come, by date, narrowed by filters that live in the address. */
export default function Catalogue() {
  const { t } = useText();
  const filters = useFilters();
  const { filter } = filters;
  const list = useInfiniteQuery({
    queryKey: ['sessions', filter],
    queryFn: async ({ pageParam }) =>
      (await execute(SessionsDocument, { filter, first: 20, after: pageParam })).sessions,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: (before) => before,
  });
  const sessions = list.data?.pages.flatMap(({ nodes }) => nodes);
  const total = list.data?.pages[0]?.total;
  useSpokenTotal(list.isPlaceholderData ? undefined : total);

  return (
    <div className="wrap stack">
      <PageTitle title={t('web.catalogue.title')} />
      <p className="lede">{t('web.catalogue.lede')}</p>
      <FilterBar filters={filters} />
      {total !== undefined && total > 0 && <p className="muted">{t('web.catalogue.total', { count: total })}</p>}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {!sessions && !list.isError && <Loading lines={9} />}
      {sessions?.length === 0 && (
        <Empty title={t('web.catalogue.empty')}>
          <p className="muted">{t('web.catalogue.emptyHint')}</p>
          {filters.count > 0 && <Button onClick={filters.clear}>{t('web.filter.clear')}</Button>}
          <ButtonLink look="secondary" to="/inscription">
            {t('web.catalogue.tellMe')}
          </ButtonLink>
        </Empty>
      )}
      {sessions && sessions.length > 0 && <SessionList sessions={sessions} />}
      {list.hasNextPage && (
        <div className="row">
          <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('web.action.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Tells how many sessions are left after a change of filter, not when the page opens. */
function useSpokenTotal(total: number | undefined): void {
  const { t } = useText();
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (total === undefined) return;
    if (before.current !== undefined && before.current !== total) announce(t('web.catalogue.total', { count: total }));
    before.current = total;
  }, [total, t]);
}

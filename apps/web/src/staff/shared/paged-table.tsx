import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../i18n/text.js';
import { announce, Button, DataTable, Failure, Loading, type Column } from '../../ui/index.js';

interface Page<T> {
  nodes: T[];
  total: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** A list that the server gives page by page. `load` gets the cursor after which to go on. */
export function usePages<T>(queryKey: readonly unknown[], load: (after: string | null) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    // The rows of the filter before stay until those of the new one are here.
    placeholderData: keepPreviousData,
  });
  return { ...query, filter: JSON.stringify(queryKey) };
}

interface PagedTableProps<T> {
  list: ReturnType<typeof usePages<T>>;
  caption: string;
  columns: [Column<T>, ...Column<T>[]];
  rowKey: (row: T) => string;
  /** What to show instead of a table without rows. */
  empty: ReactNode;
}

/** A table with how many rows there are, and the next ones on demand. The count is announced when it changes. */
export function PagedTable<T>({ list, caption, columns, rowKey, empty }: PagedTableProps<T>) {
  const { t } = useText();
  const rows = list.data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const total = list.data?.pages[0]?.total;
  const fresh = !list.isPlaceholderData;
  const told = useRef<string | null>(null);

  // A new filter is answered by a count; the same list read again after an action is no news.
  useEffect(() => {
    if (!fresh || total === undefined || told.current === list.filter) return;
    if (told.current !== null) announce(t('staff.list.total', { total }));
    told.current = list.filter;
    // Words alone (another language) are no news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fresh, total, list.filter]);

  if (total === undefined) {
    return list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Loading lines={8} />;
  }
  return (
    <div className="stack" aria-busy={list.isPlaceholderData || undefined}>
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={rowKey} />
          <div className="row apart">
            <p className="muted small">{t('staff.list.shown', { shown: rows.length, total })}</p>
            {list.hasNextPage && (
              <Button small look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('staff.list.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

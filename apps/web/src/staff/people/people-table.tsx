import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.js';
import { announce, Button, ButtonLink, DataTable, Empty, Failure, Loading } from '../../ui/index.js';
import { usePeopleColumns, type ColumnName } from './people-columns.js';
import { countPeople, loadPeople, type FilterInput } from './people-data.js';
import type { PeopleFilter } from './use-people-filter.js';

/** How many people a filter finds, in words; null while it is counted. Announced when it changes. */
export function useCountWords(filter: FilterInput): string | null {
  const { t } = useText();
  const { data } = useQuery({ queryKey: ['staff', 'people', 'count', filter], queryFn: () => countPeople(filter) });
  const words = data ? t(data.exact ? 'people.total' : 'people.moreThan', { count: data.count }) : null;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (words === null || told.current === words) return;
    if (told.current !== null) announce(words);
    told.current = words;
  }, [words]);
  return words;
}

interface PeopleTableProps {
  filter: PeopleFilter;
  shown: readonly ColumnName[];
  chosen: ReadonlySet<string>;
  toggle: (id: string) => void;
}

/** The people of the filter, fifty at a time. */
export function PeopleTable({ filter, shown, chosen, toggle }: PeopleTableProps) {
  const { t } = useText();
  const { filter: wanted, sort, descending } = filter;
  const columns = usePeopleColumns(shown, filter.person);
  const list = useInfiniteQuery({
    queryKey: ['staff', 'people', 'list', wanted, sort, descending],
    queryFn: ({ pageParam }) => loadPeople({ filter: wanted, sort, descending, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    placeholderData: keepPreviousData,
  });
  const failure = list.isError && <Failure error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return failure || <Loading lines={8} />;
  const rows = list.data.pages.flatMap(({ nodes }) => nodes);
  const filtered = filter.conditions.length > 0 || filter.text !== '';
  return (
    <div className="stack" aria-busy={list.isPlaceholderData || undefined}>
      {failure}
      {rows.length === 0 ? (
        <Empty title={t(filtered ? 'people.none' : 'people.empty')}>
          {filtered ? (
            <Button look="secondary" onClick={filter.clear}>
              {t('people.clear')}
            </Button>
          ) : (
            <ButtonLink look="secondary" to="/coord/imports">
              {t('staff.volunteers.import')}
            </ButtonLink>
          )}
        </Empty>
      ) : (
        <>
          <DataTable
            caption={t('staff.nav.volunteers')}
            captionHidden
            sticky
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            order={{ by: sort, descending, change: (by) => filter.sortBy(by as typeof sort) }}
            choice={{
              title: t('people.choose'),
              chosen,
              toggle,
              label: ({ displayName }) => t('people.chooseOne', { name: displayName }),
            }}
          />
          <div className="row apart">
            <p className="muted small">{t('people.shown', { shown: rows.length })}</p>
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

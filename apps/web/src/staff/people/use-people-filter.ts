import { useSearchParams } from 'react-router';
import { conditionsIn, written, type Condition } from './filter-model.js';
import type { FilterInput, Sort, View } from './people-data.js';

const SORTS: readonly Sort[] = ['name', 'place', 'arrival', 'source', 'account', 'relevance'];

/** What the address says: whom to show, in which order, with which columns, and who is looked at. */
export function usePeopleFilter() {
  const [search, setSearch] = useSearchParams();
  const text = search.get('texte') ?? '';
  const conditions = conditionsIn(search);
  const asked = SORTS.find((sort) => sort === search.get('tri'));
  const sort: Sort = asked ?? (text ? 'relevance' : 'name');
  const descending = search.get('sens') === 'desc';
  const filter: FilterInput = { text: text || null, conditions };

  const edit = (change: (next: URLSearchParams) => void): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        change(next);
        return next;
      },
      { replace: true },
    );
  const set = (name: string, value: string): void => edit((next) => put(next, name, value));

  return {
    search,
    text,
    conditions,
    sort,
    descending,
    filter,
    person: search.get('personne') ?? '',
    columns: search.get('colonnes'),
    set,
    /** Replaces the part at a place, adds one behind the last, or takes one away (`null`). */
    setCondition: (at: number, condition: Condition | null): void =>
      edit((next) => {
        const all = [...conditions];
        all.splice(at, 1, ...(condition ? [condition] : []));
        next.delete('si');
        all.forEach((one) => next.append('si', written(one)));
      }),
    sortBy: (by: Sort): void =>
      edit((next) => {
        const turn = sort === by && !descending;
        put(next, 'tri', by);
        put(next, 'sens', turn ? 'desc' : '');
      }),
    clear: (): void => edit((next) => ['texte', 'si'].forEach((name) => next.delete(name))),
  };
}
export type PeopleFilter = ReturnType<typeof usePeopleFilter>;

function put(search: URLSearchParams, name: string, value: string): void {
  if (value) search.set(name, value);
  else search.delete(name);
}

/** The address of a view. */
export function addressOf(view: View): string {
  const search = new URLSearchParams();
  view.conditions.forEach((condition) => search.append('si', written(condition)));
  if (view.sort !== 'name') search.set('tri', view.sort);
  if (view.descending) search.set('sens', 'desc');
  if (view.columns.length > 0) search.set('colonnes', view.columns.join('.'));
  search.set('vue', view.id);
  return `?${search.toString()}`;
}

import type { VariablesOf } from 'gql.tada';
import { useSearchParams } from 'react-router';
import type { SessionsDocument } from './session-data.js';

export type SessionFilter = NonNullable<VariablesOf<typeof SessionsDocument>['filter']>;

/** Filters that are on or off, by their name in the address. */
export const switches = { soir: 'evenings', weekend: 'weekends', places: 'withSeats', pmr: 'stepFree' } as const;
export type Switch = keyof typeof switches;

function oneOf<T extends string>(value: string | null, ...allowed: T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Reads the filter from the search part of an address; what makes no sense is left out. */
export function filterOf(search: URLSearchParams): SessionFilter {
  const arrondissement = Number(search.get('arrondissement'));
  return {
    network: oneOf(search.get('reseau'), 'solidarity', 'climate', 'paris'),
    mode: oneOf(search.get('mode'), 'on_site', 'online', 'visit'),
    theme: search.get('theme') || undefined,
    language: search.get('langue') || undefined,
    text: search.get('q') || undefined,
    arrondissement: arrondissement >= 1 && arrondissement <= 20 ? arrondissement : undefined,
    ...Object.fromEntries(
      Object.entries(switches)
        .filter(([name]) => search.get(name) === '1')
        .map(([, field]) => [field, true]),
    ),
  };
}

/** The filters of the catalogue: they live in the address, so that a list can be sent to a friend or gone back to. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const change = (changes: Record<string, string | null>): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    value: (name: string): string => search.get(name) ?? '',
    filter: filterOf(search),
    count: search.size,
    change,
    toggle: (name: string, value = '1'): void => change({ [name]: search.get(name) === value ? null : value }),
    clear: (): void => setSearch({}, { replace: true }),
  };
}

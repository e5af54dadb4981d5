/** What the list can be put in order by. `relevance` is likeness to the typed words, best first. */
export const PEOPLE_SORTS = ['name', 'place', 'arrival', 'source', 'account', 'relevance'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** The first key of each order with its type; name and identifier follow, so that no two people are equal. */
const KEYS: Record<Exclude<PeopleSort, 'relevance'>, { sql: string; type: string } | null> = {
  name: null,
  place: { sql: 'coalesce(v.arrondissement, 99)', type: 'int' },
  arrival: { sql: 'v.created_at', type: 'timestamptz' },
  source: { sql: 'v.source', type: 'text' },
  account: { sql: '(v.account_id is null)', type: 'boolean' },
};

/** An order in SQL: the key to show in the cursor, the `order by`, and what comes after a cursor of two or three keys. */
export interface Order {
  key: string;
  by: string;
  after: (keys: readonly string[]) => string;
}

/** How many keys a cursor holds, whatever the order. */
export const CURSOR_KEYS = 3;

/** @param words the typed words; without any, relevance means the name */
export function orderOf(
  sort: PeopleSort,
  descending: boolean,
  words: string | null,
  bind: (value: unknown) => string,
): Order {
  if (sort === 'relevance' && words !== null) return byRelevance(words, bind);
  const first = sort === 'relevance' ? null : KEYS[sort];
  const direction = descending ? 'desc' : 'asc';
  const sign = descending ? '<' : '>';
  const keys = [...(first ? [first.sql] : []), 'v.display_name', 'v.id'];
  return {
    key: first ? `${first.sql}::text` : `''`,
    by: keys.map((key) => `${key} ${direction}`).join(', '),
    after: ([key, name, id]) => {
      const values = [...(first ? [`${bind(key)}::${first.type}`] : []), bind(name), `${bind(id)}::uuid`];
      return `(${keys.join(', ')}) ${sign} (${values.join(', ')})`;
    },
  };
}

/** Unlikeness, so that the best come first in rising order like the names of equals. */
function byRelevance(words: string, bind: (value: unknown) => string): Order {
  const unlike = `(1 - word_similarity(plain_text(${bind(words)}), plain_text(v.display_name)))::float8`;
  return {
    key: `${unlike}::text`,
    by: `${unlike}, v.display_name, v.id`,
    after: ([key, name, id]) =>
      `(${unlike}, v.display_name, v.id) > (${bind(key)}::float8, ${bind(name)}, ${bind(id)}::uuid)`,
  };
}

import type { Actor } from '#platform/identity';
import type { Network } from '#platform/kernel';

/** Whom somebody coordinates: any of these parts of the city; no network and no arrondissement means everybody. */
export type Reach = readonly { network: Network | null; arrondissement: number | null }[];

/** The parts that an actor coordinates; an administrator reaches everybody, who coordinates nothing nobody. */
export function reachOf(actor: Actor): Reach {
  if (actor.has('admin')) return [{ network: null, arrondissement: null }];
  return actor.grants
    .filter((grant) => grant.role === 'coordinator')
    .map(({ network, arrondissement }) => ({ network, arrondissement }));
}

/** SQL that holds for a `volunteer v` within reach. Members who have left their network are out of it. */
export function inScopeSql(reach: Reach, bind: (value: unknown) => string): string {
  if (reach.some(({ network, arrondissement }) => network === null && arrondissement === null)) return 'true';
  const parts = reach.map(({ network, arrondissement }) =>
    [
      ...(arrondissement === null ? [] : [`v.arrondissement = ${bind(arrondissement)}::int`]),
      ...(network === null
        ? []
        : [
            `exists (select 1 from membership m
              where m.volunteer_id = v.id and m.network = ${bind(network)} and m.left_at is null)`,
          ]),
    ].join(' and '),
  );
  return parts.length === 0 ? 'false' : `(${parts.map((part) => `(${part})`).join(' or ')})`;
}

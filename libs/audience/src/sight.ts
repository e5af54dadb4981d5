import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { type Network, NETWORKS } from '#platform/kernel';
import { reachOf } from '#lib/volunteers';
import type { Sight } from './condition-sql.rules.js';

/** What an actor sees of people: whom she coordinates, and the tags and lists of the networks that she works for. */
export function sightOf(actor: Actor): Sight {
  const reach = reachOf(actor);
  const networks = NETWORKS.filter((network) =>
    reach.some((part) => part.network === null || part.network === network),
  );
  return { reach, networks };
}

/** @throws NOT_FOUND unless the actor works for this network, be it in one arrondissement only */
export function mustWorkFor(actor: Actor, network: Network): void {
  if (!worksFor(actor, network)) throw notFound('Network');
}

export function worksFor(actor: Actor, network: Network): boolean {
  return sightOf(actor).networks.includes(network);
}

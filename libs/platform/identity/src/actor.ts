import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { requestOf } from '#platform/graphql';
import type { Locale, Network } from '#platform/kernel';

/** Roles that are granted; every signed-in person with a profile is a volunteer besides. */
export const ROLES = ['trainer', 'association', 'coordinator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A role somebody holds now. No network and no arrondissement means everywhere. */
export interface Grant {
  id: string;
  role: Role;
  network: Network | null;
  arrondissement: number | null;
}

/** What is known of somebody who asks. */
interface ActorFacts {
  accountId: string;
  signInId: string;
  volunteerId: string | null;
  /** Null for people who sign in with a card. */
  email: string | null;
  locale: Locale;
  grants: readonly Grant[];
  /** When her device last proved a second factor. */
  strongAt: Date | null;
  /** Whether it was opened with a printed card: often on a device that others use next. */
  byCard: boolean;
}

/** The person who is asking. */
export class Actor {
  readonly accountId: string;
  readonly signInId: string;
  readonly volunteerId: string | null;
  readonly email: string | null;
  readonly locale: Locale;
  /** Roles that count now. A sign-in without a second factor has none: it is a volunteer's, whoever holds it. */
  readonly grants: readonly Grant[];
  /** Roles that were given to her, whether or not this sign-in may use them. */
  readonly given: readonly Grant[];
  readonly strongAt: Date | null;
  readonly byCard: boolean;

  constructor({ grants, ...facts }: ActorFacts) {
    this.accountId = facts.accountId;
    this.signInId = facts.signInId;
    this.volunteerId = facts.volunteerId;
    this.email = facts.email;
    this.locale = facts.locale;
    this.strongAt = facts.strongAt;
    this.byCard = facts.byCard;
    // Who finds a card must not find a role with it.
    this.given = facts.byCard ? [] : grants;
    this.grants = facts.strongAt ? this.given : [];
  }

  /** Whether this sign-in has proved a second factor. */
  get strong(): boolean {
    return this.strongAt !== null;
  }

  has(role: Role): boolean {
    return this.grants.some((grant) => grant.role === role);
  }

  /**
   * Whether this person coordinates a network; null asks about what belongs to no single network, which only an admin
   * or a coordinator of every network may touch. A coordinator of an arrondissement coordinates no network.
   */
  coordinates(network: Network | null): boolean {
    if (this.has('admin')) return true;
    return this.grants.some(
      (grant) =>
        grant.role === 'coordinator' &&
        grant.arrondissement === null &&
        (grant.network === null || grant.network === network),
    );
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; undefined until looked up, null for a visitor. */
    actor?: Actor | null;
  }
}

/** Parameter decorator: the person who is asking, or null. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor ?? null);

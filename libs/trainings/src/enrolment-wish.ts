import type { Actor } from '#platform/identity';
import type { PersonFacts } from './eligibility.queries.js';
import type { EnrolmentSource } from './enrolment.entity.js';
import { type Asking, type EnrolmentRefusal, type SessionState, whyNotEnrol } from './enrolment.rules.js';
import type { EnrolmentView } from './enrolment.types.js';

/** Somebody's wish for a seat. */
export interface EnrolRequest {
  sessionId: string;
  volunteerId: string;
  /** Key of the tap: a repeated one is answered by the booking that the first one made. Null: no such protection. */
  idempotencyKey: string | null;
  confirmOverlap: boolean;
  source: Exclude<EnrolmentSource, 'walk_in'>;
  /** Who asks: the person herself or a coordinator. */
  by: Actor;
}

/** Why a wish was refused, with the facts that the sentence for the reader needs. */
export interface EnrolRefused extends Pick<PersonFacts, 'overlap' | 'missing'> {
  refused: EnrolmentRefusal;
}

export type Enrolled = EnrolmentView | EnrolRefused;

/** Why a wish is refused, with the facts for the reader, or null. */
export function whyRefused(session: SessionState, person: PersonFacts, asking: Asking, now: Date): EnrolRefused | null {
  const refused = whyNotEnrol(session, person, asking, now);
  return refused && { refused, overlap: person.overlap, missing: person.missing };
}

/** Somebody's plain wish for a seat of her own. */
export const wishOf = (volunteerId: string, sessionId: string, by: Actor): EnrolRequest => ({
  sessionId,
  volunteerId,
  idempotencyKey: null,
  confirmOverlap: false,
  source: 'self',
  by,
});

import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import type { EnrolmentStatus } from './enrolment.rules.js';
import type { InvitationState, PassingOverReason } from './pair.rules.js';

/** An invitation to come together, with who made it. */
export interface Invitation extends InvitationState {
  id: string;
  sessionId: string;
  code: string;
  inviterName: string;
  mailedAt: Date | null;
}

/** With whom somebody came onto the list. */
export interface Mate {
  displayName: string;
  status: EnrolmentStatus;
  passedOver: { reason: PassingOverReason; passedAt: Date }[];
}

const INVITATION = `
  select p.id, p.session_id as "sessionId", p.code, p.inviter_id as "inviterId", p.friend_id as "friendId", p.answer,
         p.mailed_at as "mailedAt", v.display_name as "inviterName"
    from enrolment_pair p join volunteer v on v.id = p.inviter_id`;

const BY_CODE = `${INVITATION} where p.code = $1`;
const BY_ID = `${INVITATION} where p.id = $1`;
const OPEN = `${INVITATION} where p.session_id = $1 and p.inviter_id = $2 and p.answer is null`;

/** Answers an invitation, unless somebody has: its id, the answer, when, and the friend. */
export const SETTLE_PAIR = `
  update enrolment_pair set answer = $2, answered_at = $3, friend_id = $4 where id = $1 and answer is null`;

const MATE = `
  select v.display_name as "displayName", m.status,
         coalesce((select json_agg(json_build_object('reason', o.reason, 'passedAt', o.passed_at) order by o.passed_at desc)
                     from passing_over o where o.pair_id = e.pair_id), '[]') as "passedOver"
    from enrolment e
    join enrolment m on m.pair_id = e.pair_id and m.id <> e.id and m.status in ('waiting', 'offered', 'enrolled')
    join volunteer v on v.id = m.volunteer_id
   where e.id = $1 and e.status in ('waiting', 'offered', 'enrolled')`;

const BOOKED_WITH = 'select id from enrolment where pair_id = $1 and volunteer_id = $2';

/** Reads of those who come together. */
@Injectable()
export class PairQueries {
  constructor(private readonly db: Database) {}

  async byCode(code: string): Promise<Invitation | null> {
    return this.one('pair-by-code', BY_CODE, [code]);
  }

  /** @throws NOT_FOUND if the invitation is not hers */
  async own({ volunteerId }: Actor, id: string): Promise<Invitation> {
    const invitation = await this.byId(id);
    if (!invitation || invitation.inviterId !== volunteerId) throw notFound('Invitation');
    return invitation;
  }

  async byId(id: string): Promise<Invitation | null> {
    return this.one('pair-by-id', BY_ID, [id]);
  }

  /** The invitation to a session that somebody made and nobody answered yet. */
  async openOf(sessionId: string, inviterId: string): Promise<Invitation | null> {
    return this.one('pair-open', OPEN, [sessionId, inviterId]);
  }

  /** With whom a booking was made, while both of them are on the list. */
  async mateOf(enrolmentId: string): Promise<Mate | null> {
    const [mate] = await this.db.read<Mate>('pair-mate', MATE, [enrolmentId]);
    if (!mate) return null;
    const passedOver = mate.passedOver.map(({ reason, passedAt }) => ({ reason, passedAt: new Date(passedAt) }));
    return { ...mate, passedOver };
  }

  /** The booking that somebody got by an invitation. */
  async bookedWith(pairId: string, volunteerId: string): Promise<string | null> {
    const [row] = await this.db.read<{ id: string }>('pair-booking', BOOKED_WITH, [pairId, volunteerId]);
    return row?.id ?? null;
  }

  private async one(name: string, statement: string, values: unknown[]): Promise<Invitation | null> {
    const [invitation] = await this.db.read<Invitation>(name, statement, values);
    return invitation ?? null;
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { BookingCodes } from './booking-codes.js';
import { EnrolmentFacts } from './enrolment-facts.js';
import { type EnrolRefused, whyRefused, wishOf } from './enrolment-wish.js';
import { type Invitation, PairQueries } from './pair.queries.js';
import { MOST_INVITATIONS_A_DAY, type PairRefusedBecause } from './pair.rules.js';
import { trainingMail } from './training-mail.requests.js';

const NOT_CONFIRMED = { confirmOverlap: false, byStaff: false };

const INVITE = `
  insert into enrolment_pair (id, session_id, inviter_id, code, invited_at) values ($1, $2, $3, $4, $5)`;
const MAILED_TODAY = `
  select count(*)::int as n from enrolment_pair where inviter_id = $1 and mailed_at > $2::timestamptz - interval '1 day'`;
const NOTE_MAILED = 'update enrolment_pair set mailed_at = $2 where id = $1 and mailed_at is null returning id';

/** Invitations to come together. They hold no seat (see `PairDesk`). */
@Injectable()
export class PairInvitations {
  constructor(
    private readonly db: Database,
    private readonly facts: EnrolmentFacts,
    private readonly queries: PairQueries,
    private readonly codes: BookingCodes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** An invitation to a session that she may enrol in; the one she made before, if nobody answered it. */
  async invite(me: Actor, sessionId: string): Promise<Invitation | EnrolRefused> {
    const { volunteerId } = me;
    if (!volunteerId) return { refused: 'PROFILE_MISSING', overlap: null, missing: [] };
    return this.db.transaction(async () => {
      const [known] = await this.facts.of([wishOf(volunteerId, sessionId, me)]);
      if (!known?.room) throw notFound('Session');
      const before = await this.queries.openOf(sessionId, volunteerId);
      if (before) return before;
      const refused = whyRefused(known.room.session, known.person, NOT_CONFIRMED, this.clock.now());
      if (refused) return refused;
      const id = randomUUID();
      await this.db.query(INVITE, [id, sessionId, volunteerId, this.codes.fresh(), this.clock.now()]);
      return this.queries.own(me, id);
    });
  }

  /** Sends an invitation to an address, once, in the language of who sends it. @throws NOT_FOUND if it is not hers */
  async mail(me: Actor, id: string, email: string, locale: Locale): Promise<Invitation | PairRefusedBecause> {
    return this.db.transaction(async () => {
      const { answer, inviterId } = await this.queries.own(me, id);
      if (answer) return { pairRefused: 'INVITATION_ANSWERED' };
      const now = this.clock.now();
      const [mailed] = await this.db.query<{ n: number }>(MAILED_TODAY, [inviterId, now]);
      if ((mailed?.n ?? 0) >= MOST_INVITATIONS_A_DAY) return { pairRefused: 'TOO_MANY_MAILS' };
      const noted = await this.db.query(NOTE_MAILED, [id, now]);
      if (noted.length === 0) return { pairRefused: 'ALREADY_MAILED' };
      await this.outbox.send([trainingMail.pairInvitation({ pairId: id, toAddress: email, locale })]);
      return this.queries.own(me, id);
    });
  }
}

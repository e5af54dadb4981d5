import { Injectable } from '@nestjs/common';
import { Database, isDatabaseAway, violatedConstraint } from '#platform/database';
import { notFound } from '#platform/graphql';
import { Clock } from '#platform/kernel';
import type { PersonFacts } from './eligibility.queries.js';
import { EnrolmentFacts, type Room } from './enrolment-facts.js';
import { EnrolmentLedger, type NewEnrolment } from './enrolment-ledger.js';
import { type Enrolled, type EnrolRefused, type EnrolRequest, whyRefused } from './enrolment-wish.js';
import { GroupCommit, type Outcome } from './group-commit.js';
import { poolsFor } from './seat-pools.rules.js';

const LARGEST_BATCH = 256;

/**
 * Where seats are given out. Wishes that arrive together are granted in one transaction, in the order of arrival: one
 * lock, one reading of the facts, one insertion, one flush of the disk for all of them. See docs/decisions for figures.
 */
@Injectable()
export class EnrolmentDesk {
  private readonly group = new GroupCommit<EnrolRequest, Enrolled>({
    run: (requests) => this.grant(requests),
    // One wish of a person at a time: what she got first counts when the next one is looked at.
    keyOf: ({ volunteerId }) => volunteerId,
    largest: LARGEST_BATCH,
    concernsAll: isDatabaseAway,
  });

  constructor(
    private readonly db: Database,
    private readonly facts: EnrolmentFacts,
    private readonly ledger: EnrolmentLedger,
    private readonly clock: Clock,
  ) {}

  /**
   * A seat, or a place in the queue, or the reason why neither. Answered once it is stored for good. Not to be called
   * inside a transaction.
   * @throws NOT_FOUND if there is no such session
   */
  async enrol(request: EnrolRequest): Promise<Enrolled> {
    try {
      return await this.group.ask(request);
    } catch (error) {
      // The rule above saw no booking, yet the database did: another process stored it in between.
      if (violatedConstraint(error) === 'enrolment_one_active')
        return { refused: 'ALREADY_ENROLLED', overlap: null, missing: [] };
      throw error;
    }
  }

  private grant(requests: readonly EnrolRequest[]): Promise<Outcome<Enrolled>[]> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const created: NewEnrolment[] = [];
      const outcomes = (await this.facts.of(requests)).map(({ request, person, room, before }): Outcome<Enrolled> => {
        if (before) return { answer: before };
        if (!room) return { error: notFound('Session') };
        const answer = this.decide(request, person, room, now);
        if (!('refused' in answer)) created.push(answer);
        return { answer };
      });
      await this.ledger.store(created, now);
      return outcomes;
    });
  }

  private decide(request: EnrolRequest, person: PersonFacts, room: Room, now: Date): NewEnrolment | EnrolRefused {
    const { confirmOverlap, source } = request;
    const refused = whyRefused(room.session, person, { confirmOverlap, byStaff: source === 'staff' }, now);
    if (refused) return refused;
    return this.ledger.entry(request, room, poolsFor(person.networks, room.left)[0] ?? null, now);
  }
}

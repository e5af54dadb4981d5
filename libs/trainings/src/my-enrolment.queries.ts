import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { EligibilityQueries, type PersonFacts } from './eligibility.queries.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { whyNotEnrol } from './enrolment.rules.js';
import type { MyEnrolment } from './enrolment.types.js';
import { leftIn, poolsFor, type PoolSeats, sharingOf } from './seat-pools.rules.js';
import type { SessionView } from './session.types.js';

type Reader = Omit<PersonFacts, 'sameTapId' | 'waitingCount'>;

/** Nothing keeps a visitor away yet: the page leads her to sign in. */
const VISITOR: Reader = {
  hasProfile: true,
  oldEnough: true,
  missing: [],
  missingCount: 0,
  networks: [],
  unqualified: false,
  hereId: null,
  activeHere: false,
  overlap: null,
  overlaps: false,
};

const ASKING = { confirmOverlap: false, byStaff: false };

/** What the reader may do about a session, by the rule of the mutation; at most two statements. */
@Injectable()
export class MyEnrolmentQuery {
  constructor(
    private readonly eligibility: EligibilityQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly clock: Clock,
  ) {}

  async of(session: SessionView, me: Actor | null): Promise<MyEnrolment> {
    const reader = await this.readerOf(session.id, me);
    const now = this.clock.now();
    const isWait = poolsFor(reader.networks, leftForNewcomers(session, now)).length === 0;
    const here = reader.hereId ? await this.enrolments.byIds([reader.hereId]) : null;
    return {
      enrolment: (reader.hereId && here?.get(reader.hereId)) || null,
      whyNot: whyNotEnrol(session, reader, ASKING, now),
      wouldWait: isWait,
      wouldBeRank: isWait ? session.waitingCount + 1 : null,
      overlap: reader.overlap,
      missing: reader.missing.map((course) => ({ ...course, held: false })),
      courseId: session.course.id,
    };
  }

  private async readerOf(sessionId: string, me: Actor | null): Promise<Reader> {
    if (!me) return VISITOR;
    if (!me.volunteerId) return { ...VISITOR, hasProfile: false };
    const [facts] = await this.eligibility.of([{ sessionId, volunteerId: me.volunteerId }]);
    return facts ?? VISITOR;
  }
}

/**
 * Seats for who comes now. Those that are free while people wait are theirs first; of shared seats, free ones are in pools
 * that nobody who waits can have a seat from.
 */
function leftForNewcomers(session: SessionView, now: Date): PoolSeats {
  const sharing = sharingOf(session, now);
  if (!sharing) return leftIn(null, session.seatsLeft - session.waitingCount);
  const of = (name: string): number => sharing.shares.find(({ pool }) => pool === name)?.seatsLeft ?? 0;
  return { solidarity: of('solidarity'), climate: of('climate'), open: of('open') };
}

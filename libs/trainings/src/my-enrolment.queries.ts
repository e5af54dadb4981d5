import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { EligibilityQueries, type PersonFacts } from './eligibility.queries.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { seatOrQueue, whyNotEnrol } from './enrolment.rules.js';
import type { MyEnrolment } from './enrolment.types.js';
import type { SessionView } from './session.types.js';

type Reader = Omit<PersonFacts, 'sameTapId' | 'waitingCount'>;

/** Nothing keeps a visitor away yet: the page leads her to sign in. */
const VISITOR: Reader = {
  hasProfile: true,
  oldEnough: true,
  missing: [],
  missingCount: 0,
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
    const isWait = seatOrQueue(session.seatsLeft, session.waitingCount) === 'waiting';
    const here = reader.hereId ? await this.enrolments.byIds([reader.hereId]) : null;
    return {
      enrolment: (reader.hereId && here?.get(reader.hereId)) || null,
      whyNot: whyNotEnrol(session, reader, ASKING, this.clock.now()),
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

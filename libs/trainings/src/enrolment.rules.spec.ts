import {
  type Asking,
  type PersonState,
  type SessionState,
  whyNotCancel,
  whyNotEligible,
  whyNotEnrol,
} from './enrolment.rules.js';

const now = new Date('2026-11-10T10:00:00Z');
const session: SessionState = {
  status: 'published',
  enrolmentOpensAt: new Date('2026-11-01T08:00:00Z'),
  enrolmentClosesAt: new Date('2026-11-19T17:30:00Z'),
  startsAt: new Date('2026-11-20T17:30:00Z'),
};
const person: PersonState = {
  hasProfile: true,
  oldEnough: true,
  missingCount: 0,
  unqualified: false,
  activeHere: false,
  overlaps: false,
};
const asking: Asking = { confirmOverlap: false, byStaff: false };

const why = (s: Partial<SessionState>, p: Partial<PersonState> = {}, a: Partial<Asking> = {}, at = now) =>
  whyNotEnrol({ ...session, ...s }, { ...person, ...p }, { ...asking, ...a }, at);

describe('who may enrol', () => {
  it('is everybody whom no reason keeps away', () => expect(why({})).toBeNull());
  it.each([
    [{ status: 'cancelled' as const }, 'SESSION_CANCELLED'],
    [{ status: 'draft' as const }, 'SESSION_NOT_PUBLISHED'],
    [{ status: 'template' as const }, 'SESSION_NOT_PUBLISHED'],
    [{ startsAt: now }, 'SESSION_STARTED'],
    [{ enrolmentOpensAt: new Date(now.getTime() + 1) }, 'NOT_YET_OPEN'],
    [{ enrolmentClosesAt: now }, 'ENROLMENT_CLOSED'],
  ])('not with a session of %j', (change, reason) => expect(why(change)).toBe(reason));
  it.each([
    [{ activeHere: true }, 'ALREADY_ENROLLED'],
    [{ hasProfile: false }, 'PROFILE_MISSING'],
    [{ oldEnough: null }, 'PROFILE_MISSING'],
    [{ oldEnough: false }, 'TOO_YOUNG'],
    [{ missingCount: 1 }, 'MISSING_PREREQUISITE'],
    [{ unqualified: true }, 'MISSING_QUALIFICATION'],
    [{ overlaps: true }, 'OVERLAP_NOT_CONFIRMED'],
  ])('not a person of %j', (change, reason) => expect(why({}, change)).toBe(reason));
  it('is open from its very first instant', () => expect(why({ enrolmentOpensAt: now })).toBeNull());
  it('is somebody who confirms the overlap', () =>
    expect(why({}, { overlaps: true }, { confirmOverlap: true })).toBeNull());
  it('is not somebody who confirms the overlap but misses a course', () =>
    expect(why({}, { overlaps: true, missingCount: 2 }, { confirmOverlap: true })).toBe('MISSING_PREREQUISITE'));
  it('is whom a coordinator books outside the enrolment window, not after the start', () => {
    expect(why({ enrolmentClosesAt: now }, {}, { byStaff: true })).toBeNull();
    expect(why({ startsAt: now }, {}, { byStaff: true })).toBe('SESSION_STARTED');
  });
  it('tells who is enrolled already so, though enrolment has closed', () =>
    expect(why({ enrolmentClosesAt: now }, { activeHere: true })).toBe('ALREADY_ENROLLED'));
});

describe('who may be offered a seat', () => {
  it('never overlaps, even if she confirmed it when she joined the list', () =>
    expect(whyNotEligible({ ...person, overlaps: true })).toBe('OVERLAP_NOT_CONFIRMED'));
});

describe('giving up', () => {
  it.each(['waiting', 'offered', 'enrolled'] as const)('is possible while %s', (status) =>
    expect(whyNotCancel(status, session.startsAt, now)).toBeNull(),
  );
  it.each(['cancelled', 'declined', 'expired', 'removed'] as const)('is pointless when %s', (status) =>
    expect(whyNotCancel(status, session.startsAt, now)).toBe('NOT_ACTIVE'),
  );
  it('is too late once the session has started', () =>
    expect(whyNotCancel('enrolled', now, now)).toBe('SESSION_STARTED'));
});

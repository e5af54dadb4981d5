import fc from 'fast-check';
import {
  type AttendedDate,
  endOf,
  type Evidence,
  type Granted,
  grantsOf,
  type HeldCourse,
  lastDay,
  plusDays,
  plusMonths,
  progressOf,
  type QualificationRule,
  renewedUntil,
  stateOn,
} from './qualification.rules.js';

const rule: QualificationRule = {
  needs: 'days',
  amount: 2,
  earningCourseIds: ['a', 'b', 'c'],
  renewingCourseIds: ['r'],
  validMonths: 24,
};
const nothing: Evidence = { attended: [], held: [], proofs: [], withdrawn: [] };
const date = (day: string, courseId = 'a', position = 1, minutes = 420, counts = true): AttendedDate => ({
  courseId,
  day,
  position,
  minutes,
  counts,
});

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const attendedDate: fc.Arbitrary<AttendedDate> = fc.record({
  courseId: fc.constantFrom('a', 'b', 'c', 'r', 'x'),
  day,
  position: fc.integer({ min: 1, max: 3 }),
  minutes: fc.integer({ min: 1, max: 480 }),
  counts: fc.boolean(),
});
const heldCourse: fc.Arbitrary<HeldCourse> = fc.record({ courseId: fc.constantFrom('a', 'b', 'c', 'r'), day });
const proof: fc.Arbitrary<Granted> = day.map((grantedOn) => ({
  how: 'proof',
  grantedOn,
  validUntil: lastDay(grantedOn, 24),
}));
const history: fc.Arbitrary<Evidence> = fc.record({
  attended: fc.array(attendedDate, { maxLength: 12 }),
  held: fc.array(heldCourse, { maxLength: 6 }),
  proofs: fc.array(proof, { maxLength: 2 }),
  withdrawn: fc.constant([]),
});

describe('the last day', () => {
  it('stays within a shorter month and finds the end of February', () => {
    expect(plusMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(plusMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(plusMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(plusMonths('2028-02-29', 48)).toBe('2032-02-29');
  });
  it('does not exist for what lasts for ever', () => expect(lastDay('2026-03-12', null)).toBeNull());
  it('does not move with the clocks of March and October', () => {
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(plusDays('2026-10-24', 2)).toBe('2026-10-26');
  });
});

describe('a renewal', () => {
  it('is counted from the day of the refresher', () =>
    expect(renewedUntil('2026-05-10', '2027-05-01', 24)).toBe('2028-05-10'));
  it('loses nothing to who comes within 60 days before the end', () =>
    expect(renewedUntil('2027-04-10', '2027-05-01', 24)).toBe('2029-05-01'));
  it('brings back what has ended, from that day on', () =>
    expect(renewedUntil('2027-06-01', '2027-05-01', 24)).toBe('2029-06-01'));
  it('never makes it shorter, and never lasts longer than one period after the later of the two days', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 60 }), (renewed, end, months) => {
        const until = renewedUntil(renewed, end, months) ?? '';
        const from = renewed > end ? renewed : end;
        expect(until >= end).toBe(true);
        expect(until >= plusMonths(renewed, months)).toBe(true);
        expect(until <= plusMonths(from, months)).toBe(true);
      }),
    );
  });
});

describe('what courses earn', () => {
  it('adds days up over courses, on the day when there are enough', () =>
    expect(grantsOf(rule, { ...nothing, attended: [date('2026-03-02'), date('2026-04-06', 'b')] })).toEqual([
      { how: 'courses', grantedOn: '2026-04-06', validUntil: '2028-04-06' },
    ]));
  it('counts the same day attended twice once, and a half day not at all', () => {
    expect(grantsOf(rule, { ...nothing, attended: [date('2026-03-02'), date('2026-04-06')] })).toEqual([]);
    const half = date('2026-04-06', 'b', 1, 120, false);
    expect(grantsOf(rule, { ...nothing, attended: [date('2026-03-02'), half] })).toEqual([]);
  });
  it('counts the minutes of half days in hours', () => {
    const hours: QualificationRule = { ...rule, needs: 'hours', amount: 9 };
    const half = date('2026-04-06', 'b', 1, 120, false);
    expect(grantsOf(hours, { ...nothing, attended: [date('2026-03-02'), half] })).toHaveLength(1);
    expect(progressOf(hours, { ...nothing, attended: [half] }, null, '2026-12-31')).toEqual({ have: 2, needed: 9 });
  });
  it('forgets what is older than the qualification would last', () =>
    expect(grantsOf(rule, { ...nothing, attended: [date('2024-01-10'), date('2026-04-06', 'b')] })).toEqual([]));
  it('wants every course where it wants courses', () => {
    const courses: QualificationRule = { ...rule, needs: 'courses', amount: null };
    const held = ['a', 'b', 'c'].map((courseId, i) => ({ courseId, day: `2026-0${i + 3}-02` }));
    expect(grantsOf(courses, { ...nothing, held: held.slice(0, 2) })).toEqual([]);
    expect(grantsOf(courses, { ...nothing, held })).toMatchObject([{ grantedOn: '2026-05-02' }]);
  });
  it('is renewed by a refresher, a proof from elsewhere too; a refresher alone earns nothing', () => {
    const held = [{ courseId: 'r', day: '2027-01-15' }];
    const proofs: Granted[] = [{ how: 'proof', grantedOn: '2025-02-01', validUntil: '2027-02-01' }];
    expect(grantsOf(rule, { ...nothing, held })).toEqual([]);
    expect(grantsOf(rule, { ...nothing, held, proofs })).toEqual([
      { how: 'refresher', grantedOn: '2027-01-15', validUntil: '2029-02-01' },
    ]);
  });
  it('does not come back once withdrawn, nor does what rests on it', () => {
    const evidence: Evidence = {
      ...nothing,
      attended: [date('2026-03-02'), date('2026-04-06', 'b')],
      held: [{ courseId: 'r', day: '2027-01-15' }],
      withdrawn: [{ how: 'courses', grantedOn: '2026-04-06' }],
    };
    expect(grantsOf(rule, evidence)).toEqual([]);
  });
});

describe('any history', () => {
  it('gives the same grants in whatever order it is told, and again later', () => {
    fc.assert(
      fc.property(history, (evidence) => {
        const grants = grantsOf(rule, evidence);
        const shuffled = {
          ...evidence,
          attended: [...evidence.attended].reverse(),
          held: [...evidence.held].reverse(),
        };
        expect(grantsOf(rule, shuffled)).toEqual(grants);
        expect(new Set(grants.map(({ how, grantedOn }) => `${how} ${grantedOn}`)).size).toBe(grants.length);
      }),
    );
  });
  it('loses nothing when more is attended later', () => {
    fc.assert(
      fc.property(history, attendedDate, (evidence, more) => {
        const before = grantsOf(rule, evidence);
        const later = { ...more, day: '2031-01-01' };
        const after = grantsOf(rule, { ...evidence, attended: [...evidence.attended, later] });
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });
  it('is valid on every day of every grant, however they overlap', () => {
    fc.assert(
      fc.property(history, fc.nat(800), (evidence, days) => {
        const grants = grantsOf(rule, evidence);
        for (const { grantedOn, validUntil } of grants) {
          const today = plusDays(grantedOn, days);
          if (validUntil !== null && today <= validUntil) expect(['valid', 'ending']).toContain(stateOn(grants, today));
        }
        const end = endOf(grants);
        if (end) expect(stateOn(grants, plusDays(end, 1))).toBe('ended');
      }),
    );
  });
});

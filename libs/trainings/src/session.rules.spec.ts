import fc from 'fast-check';
import {
  changesToTell,
  faultsOfSession,
  matchDates,
  type Period,
  type SessionFacts,
  type StoredPeriod,
  whyNotCancelSession,
  whyNotSaveSession,
} from './session.rules.js';

const at = (day: number, hours = 2): Period => ({
  startsAt: new Date(Date.UTC(2026, 2, day, 17)),
  endsAt: new Date(Date.UTC(2026, 2, day, 17 + hours)),
});
const stored = (id: string, day: number): StoredPeriod => ({ id, ...at(day) });
const now = new Date(Date.UTC(2026, 2, 10));

describe('the dates of a session that is saved again', () => {
  it('keep their identifiers when they are moved', () => {
    expect(matchDates([stored('a', 12), stored('b', 19)], [at(19), at(26)])).toEqual({
      kept: [stored('b', 19)],
      moved: [{ id: 'a', from: stored('a', 12), to: at(26) }],
      added: [],
      removed: [],
    });
  });

  it('are added and removed when their number changes', () => {
    expect(matchDates([stored('a', 12)], [at(12), at(13)]).added).toEqual([at(13)]);
    expect(matchDates([stored('a', 12), stored('b', 13)], [at(13)]).removed).toEqual([stored('a', 12)]);
  });

  it('are always exactly the wanted ones afterwards, whatever they were', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, days, (before, wanted) => {
        const moves = matchDates(
          before.map((day) => stored(String(day), day)),
          wanted.map((day) => at(day)),
        );
        const after = [...moves.kept, ...moves.moved.map(({ to }) => to), ...moves.added];
        const starts = (periods: Period[]) => periods.map((period) => period.startsAt.getTime()).sort();
        expect(starts(after)).toEqual(starts(wanted.map((day) => at(day))));
        expect(moves.kept.length + moves.moved.length + moves.removed.length).toBe(before.length);
      }),
    );
  });
});

describe('whether a session may be saved', () => {
  const before = {
    version: 3,
    status: 'published' as const,
    seatsTaken: 5,
    capacity: 12,
    extraSeats: 0,
    dates: [stored('a', 12)],
  };
  const edit = { version: 3, status: 'published' as const, capacity: 12, dates: [at(12)] };

  it.each([
    ['is allowed', {}, {}, true, null],
    ['not over somebody else’s edit', { version: 2 }, {}, true, 'STALE'],
    ['not after it was cancelled', {}, { status: 'cancelled' as const }, true, 'ALREADY_CANCELLED'],
    ['not with fewer seats than are taken', { capacity: 4 }, {}, true, 'CAPACITY_BELOW_SEATS_TAKEN'],
    ['with as many seats as are taken', { capacity: 5 }, {}, true, null],
    [
      'with more bookings than seats, once they were accepted',
      { capacity: 4 },
      { capacity: 4, extraSeats: 1 },
      true,
      null,
    ],
    ['in a larger room, where who is booked stays', { capacity: 4 }, { capacity: 3, extraSeats: 2 }, true, null],
    [
      'not in a smaller room that would have to be overbooked',
      { capacity: 4 },
      { capacity: 5, extraSeats: 2 },
      true,
      'CAPACITY_BELOW_SEATS_TAKEN',
    ],
    ['not at a past time', { dates: [at(9)] }, {}, true, 'DATES_IN_PAST'],
    ['not with dates that overlap', { dates: [at(12, 30), at(13)] }, {}, true, 'DATES_OVERLAP'],
    ['with dates that touch', { dates: [at(12, 24), at(13)] }, {}, true, null],
    ['not when its course is a draft', {}, {}, false, 'COURSE_NOT_PUBLISHED'],
  ])('%s', (_, change, stands, coursePublished, reason) => {
    expect(whyNotSaveSession({ ...edit, ...change }, { ...before, ...stands }, coursePublished, now)).toBe(reason);
  });

  it('while it runs, as long as its past dates stay as they were', () => {
    const running = { ...before, dates: [stored('a', 9), stored('b', 16)] };
    expect(whyNotSaveSession({ ...edit, dates: [at(9), at(17)] }, running, true, now)).toBeNull();
    expect(whyNotSaveSession({ ...edit, dates: [at(17)] }, running, true, now)).toBe('DATES_IN_PAST');
  });

  it('as a template at any time', () => {
    expect(
      whyNotSaveSession({ ...edit, version: null, status: 'template', dates: [at(1)] }, null, true, now),
    ).toBeNull();
  });
});

describe('whether a session may be cancelled', () => {
  it.each([
    ['published', at(12), null],
    ['cancelled', at(12), 'ALREADY_CANCELLED'],
    ['published', at(9), 'DATES_IN_PAST'],
  ] as const)('%s', (status, { endsAt }, reason) => {
    expect(whyNotCancelSession({ status, endsAt }, now)).toBe(reason);
  });
});

describe('what people are told of a change', () => {
  const facts: SessionFacts = {
    dates: [at(12)],
    mode: 'on_site',
    place: { name: 'Salle bleue', address: '1 rue des Tilleuls' },
    onlineUrl: null,
  };

  it.each([
    ['nothing if nothing they need changed', {}, []],
    ['another time', { dates: [at(13)] }, ['dates']],
    ['one date more', { dates: [at(12), at(13)] }, ['dates']],
    ['another place', { place: { name: 'Salle verte', address: '1 rue des Tilleuls' } }, ['place']],
    ['another address', { place: { name: 'Salle bleue', address: '2 rue des Tilleuls' } }, ['place']],
    ['that it is online now', { mode: 'online' as const, place: null, dates: [at(14)] }, ['dates', 'place']],
  ])('%s', (_, change, told) => {
    expect(changesToTell(facts, { ...facts, ...change })).toEqual(told);
  });
});

describe('fields that contradict each other', () => {
  const shape = {
    dates: [at(12)],
    mode: 'on_site' as const,
    place: { name: 'Salle bleue', address: '1 rue des Tilleuls' },
    placeId: 'p',
    onlineUrl: null,
    status: 'draft' as const,
    templateName: null,
    enrolmentOpensAt: new Date(Date.UTC(2026, 1, 1)),
    enrolmentClosesAt: new Date(Date.UTC(2026, 2, 12, 17)),
  };

  it('are found all at once', () => {
    expect(faultsOfSession(shape, 'draft')).toEqual([]);
    const wrong = {
      ...shape,
      placeId: null,
      templateName: 'Modèle',
      enrolmentClosesAt: new Date(Date.UTC(2026, 3, 1)),
    };
    expect(faultsOfSession(wrong, 'published').map((fault) => fault.rule)).toEqual([
      'placeNeeded',
      'templateName',
      'enrolmentBeforeStart',
      'statusStep',
    ]);
  });
});

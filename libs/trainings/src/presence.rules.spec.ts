import fc from 'fast-check';
import {
  type CatchUpState,
  type DatePresence,
  datesToMakeUp,
  faultsOfPresence,
  type PresenceNeeded,
  whyNotCatchUp,
} from './presence.rules.js';

const all: PresenceNeeded = { rule: 'all', needed: null, dateIds: [] };
const date = (id: string, credited: boolean, missed = !credited): DatePresence => ({
  id,
  endsAt: new Date('2026-03-12T20:00:00Z'),
  credited,
  missed,
});

describe('dates to make up', () => {
  it('are those that were missed, where all are asked for', () =>
    expect(datesToMakeUp([date('1', true), date('2', false), date('3', false, false)], all)).toEqual(['2']));
  it('are none while enough of the dates can still be attended', () => {
    const some: PresenceNeeded = { rule: 'some', needed: 2, dateIds: [] };
    expect(datesToMakeUp([date('1', true), date('2', false), date('3', false, false)], some)).toEqual([]);
    expect(datesToMakeUp([date('1', true), date('2', false), date('3', false)], some)).toEqual(['2', '3']);
  });
  it('are only those that are named', () => {
    const named: PresenceNeeded = { rule: 'named', needed: null, dateIds: ['1'] };
    expect(datesToMakeUp([date('1', false), date('2', false)], named)).toEqual(['1']);
    expect(datesToMakeUp([date('1', true), date('2', false)], named)).toEqual([]);
  });
  it('never name a date that is credited, nor any when all are', () => {
    const dates = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 8 }), (marks, needed) => {
        const made = marks.map(([credited, missed], i) => date(String(i), credited, missed && !credited));
        for (const asked of [all, { rule: 'some', needed, dateIds: [] } as const]) {
          const names = datesToMakeUp(made, asked);
          expect(made.filter(({ id }) => names.includes(id)).every(({ credited }) => !credited)).toBe(true);
          if (made.every(({ credited }) => credited)) expect(names).toEqual([]);
        }
      }),
    );
  });
});

describe('what a session asks for', () => {
  const ids = ['1', '2'];
  it('can be met', () => {
    expect(faultsOfPresence(all, ids)).toEqual([]);
    expect(faultsOfPresence({ rule: 'some', needed: 2, dateIds: [] }, ids)).toEqual([]);
    expect(faultsOfPresence({ rule: 'named', needed: null, dateIds: ['2'] }, ids)).toEqual([]);
  });
  it.each<[PresenceNeeded, string]>([
    [{ rule: 'some', needed: null, dateIds: [] }, 'needed'],
    [{ rule: 'some', needed: 3, dateIds: [] }, 'needed'],
    [{ rule: 'named', needed: null, dateIds: [] }, 'dateIds'],
    [{ rule: 'named', needed: null, dateIds: ['9'] }, 'dateIds'],
  ])('is refused by field: %j', (asked, path) => expect(faultsOfPresence(asked, ids)[0]?.path).toBe(path));
});

describe('making a date up', () => {
  const now = new Date('2026-03-12T08:00:00Z');
  const state: CatchUpState = {
    isOpen: true,
    startsAt: new Date('2026-03-20T08:00:00Z'),
    freeSeats: 1,
    waitingCount: 0,
    booking: 'none',
    isMissed: true,
  };
  it('takes a free seat, also of a session that has begun', () => expect(whyNotCatchUp(state, now)).toBeNull());
  it.each<[Partial<CatchUpState>, string]>([
    [{ isOpen: false }, 'NOT_OPEN'],
    [{ startsAt: now }, 'DATE_BEGUN'],
    [{ booking: 'whole' }, 'ALREADY_BOOKED'],
    [{ isMissed: false }, 'NOT_MISSED'],
    [{ freeSeats: 0 }, 'FULL'],
    [{ freeSeats: 1, waitingCount: 1 }, 'FULL'],
  ])('is refused for %j', (change, reason) => expect(whyNotCatchUp({ ...state, ...change }, now)).toBe(reason));
  it('takes no second seat for a second date of the same session', () =>
    expect(whyNotCatchUp({ ...state, booking: 'catch-up', freeSeats: 0 }, now)).toBeNull());
});

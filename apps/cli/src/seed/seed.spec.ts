import { atParis, parisHour, parisWeekday } from '#platform/kernel';
import { codeOf } from './bookings.js';
import { quarterFrom } from './programme-rows.js';
import { Random } from './random.js';
import { planSessions, sessionOfToday } from './timetable.js';

describe('the demonstration', () => {
  const now = atParis('2026-11-22', '23:40');

  it('gives every booking a code of its own, in the letters of real codes', () => {
    const codes = new Set(Array.from({ length: 100_000 }, (_, i) => codeOf(i + 1)));
    expect(codes.size).toBe(100_000);
    for (const code of codes) expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXZ]{8}$/);
  });

  it('is the same for the same seed', () => {
    const plan = (seed: number) => planSessions(now, { past: 3, upcoming: 3 }, new Random(seed));
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it('has sessions before and after today, on evenings of the week or on Saturdays', () => {
    const sessions = planSessions(now, { past: 9, upcoming: 5 }, new Random(42));
    expect(sessions.some(({ dates }) => dates.every((date) => date.endsAt < now))).toBe(true);
    for (const { dates, capacity, enrolled } of sessions) {
      expect(enrolled).toBeLessThanOrEqual(capacity);
      for (const { startsAt, endsAt } of dates) {
        expect(endsAt > startsAt).toBe(true);
        expect(parisHour(startsAt) >= 18 ? parisWeekday(startsAt) < 6 : parisWeekday(startsAt) === 6).toBe(true);
      }
    }
    const full = sessions.filter(({ dates, waiting }) => waiting > 0 && dates.every((date) => date.startsAt > now));
    expect(full.length).toBeGreaterThan(0);
  });

  it('has a session soon, whatever the hour', () => {
    const [date] = sessionOfToday(now).dates;
    expect(date?.startsAt).toEqual(atParis('2026-11-23', '00:45'));
  });

  it('counts quarters over the turn of the year', () => {
    expect([-4, -1, 0, 1, 2].map((offset) => quarterFrom(now, offset))).toEqual([
      '2025-Q4',
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]);
  });
});

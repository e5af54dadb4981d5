import { atParis } from '#platform/kernel';
import { nextSameWeekday, timetableFrom } from './session-copy.rules.js';

const timetable = {
  dates: [
    { startsAt: atParis('2026-03-12', '18:30'), endsAt: atParis('2026-03-12', '20:30') },
    { startsAt: atParis('2026-03-19', '18:30'), endsAt: atParis('2026-03-19', '20:30') },
  ],
  enrolmentOpensAt: atParis('2026-02-12', '09:00'),
  enrolmentClosesAt: atParis('2026-03-11', '12:00'),
};

describe('a copied timetable', () => {
  it('keeps all hours of Paris over both switches', () => {
    expect(timetableFrom(timetable, atParis('2026-03-26', '18:30'))).toEqual({
      dates: [
        { startsAt: atParis('2026-03-26', '18:30'), endsAt: atParis('2026-03-26', '20:30') },
        { startsAt: atParis('2026-04-02', '18:30'), endsAt: atParis('2026-04-02', '20:30') },
      ],
      enrolmentOpensAt: atParis('2026-02-26', '09:00'),
      enrolmentClosesAt: atParis('2026-03-25', '12:00'),
    });
    const autumn = timetableFrom(timetable, atParis('2026-10-22', '18:30'));
    expect(autumn.dates[1]?.startsAt).toEqual(atParis('2026-10-29', '18:30'));
  });

  it('moves all together when the hour changes', () => {
    const earlier = timetableFrom(timetable, atParis('2026-03-26', '10:00'));
    expect(earlier.dates[1]).toEqual({
      startsAt: atParis('2026-04-02', '10:00'),
      endsAt: atParis('2026-04-02', '12:00'),
    });
  });

  it.each([
    ['2026-03-01', '2026-03-19'],
    ['2026-03-12', '2026-03-19'],
    ['2026-03-18', '2026-03-19'],
    ['2026-03-19', '2026-03-26'],
    ['2026-06-01', '2026-06-04'],
  ])('made on %s is for %s', (today, day) => {
    expect(nextSameWeekday(atParis('2026-03-12', '18:30'), atParis(today, '09:00'))).toEqual(atParis(day, '18:30'));
  });
});

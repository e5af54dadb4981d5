import { atParis, formatParis, nextAllowedHour, parisDay, plusParisDays } from './paris-time.js';

describe('Paris time', () => {
  it('names the day of Paris just after its midnight, still yesterday in UTC', () => {
    expect(parisDay(new Date('2026-07-14T22:30:00Z'))).toBe('2026-07-15');
  });
  it('keeps 18:00 at 18:00 over the two switches of 2026', () => {
    expect(plusParisDays(atParis('2026-03-28', '18:00'), 1)).toEqual(new Date('2026-03-29T16:00:00Z'));
    expect(plusParisDays(atParis('2026-10-24', '18:00'), 1)).toEqual(new Date('2026-10-25T17:00:00Z'));
  });
  it('moves an instant out of quiet hours that run over midnight', () => {
    expect(nextAllowedHour(atParis('2026-11-22', '22:15'), 21, 8)).toEqual(atParis('2026-11-23', '08:00'));
    expect(nextAllowedHour(atParis('2026-11-22', '03:00'), 21, 8)).toEqual(atParis('2026-11-22', '08:00'));
    expect(nextAllowedHour(atParis('2026-11-22', '12:00'), 21, 8)).toEqual(atParis('2026-11-22', '12:00'));
    expect(nextAllowedHour(atParis('2026-11-22', '22:15'), 8, 8)).toEqual(atParis('2026-11-22', '22:15'));
  });
  it('refuses a day that does not exist', () => {
    expect(() => atParis('2026-02-30', '10:00')).toThrow(RangeError);
  });
  it('speaks French', () => {
    expect(formatParis(new Date('2026-03-12T17:30:00Z'), 'fr', 'day')).toBe('jeudi 12 mars 2026');
  });
});

import { instantFrom } from './return-time.rules.js';

describe('the time of return', () => {
  // Noon in Paris, on a winter's day.
  const now = new Date('2026-01-15T11:00:00Z');

  it('is the next such time of day in Paris, or a date and time there', () => {
    expect(instantFrom('18:30', now).toISOString()).toBe('2026-01-15T17:30:00.000Z');
    expect(instantFrom('6:00', now).toISOString()).toBe('2026-01-16T05:00:00.000Z');
    expect(instantFrom('2026-07-01T06:00', now).toISOString()).toBe('2026-07-01T04:00:00.000Z');
  });

  it.each(['25:00', '12:60', 'soon', '', '2026-13-01'])('is not "%s"', (typed) => {
    expect(() => instantFrom(typed, now)).toThrow(/is no time/);
  });

  it('is not over', () => {
    expect(() => instantFrom('2026-01-15T11:00', now)).toThrow(/over already/);
  });
});

import { describe, expect, it } from '@jest/globals';
import { addDays, instantOf, wallOf } from './paris-wall.js';

describe('time as a wall in Paris shows it', () => {
  it('is one hour ahead of UTC in winter and two in summer', () => {
    expect(instantOf({ day: '2026-01-15', time: '18:30' })).toBe('2026-01-15T17:30:00.000Z');
    expect(instantOf({ day: '2026-07-15', time: '18:30' })).toBe('2026-07-15T16:30:00.000Z');
  });

  it('takes the first of the two 2:30 when summer time ends', () => {
    expect(instantOf({ day: '2026-10-25', time: '02:30' })).toBe('2026-10-25T00:30:00.000Z');
  });

  it('goes past the gap when summer time begins', () => {
    const instant = instantOf({ day: '2026-03-29', time: '02:30' });
    expect(instant).toBe('2026-03-29T01:30:00.000Z');
    expect(wallOf(instant ?? '')).toEqual({ day: '2026-03-29', time: '03:30' });
  });

  it('shows midnight as 00:00 of the new day', () => {
    expect(wallOf('2026-01-14T23:00:00Z')).toEqual({ day: '2026-01-15', time: '00:00' });
  });

  it('refuses what is no date', () => {
    expect(instantOf({ day: '', time: '18:30' })).toBeNull();
    expect(instantOf({ day: '2026-02-28', time: '' })).toBeNull();
    expect(instantOf({ day: '2026-02-31', time: '18:30' })).toBeNull();
  });

  it('counts days over the change of hour and of month', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

import fc from 'fast-check';
import { type Attended, initialsOf, verdictOn } from './certificate.rules.js';

const now = new Date('2026-11-22T20:00:00Z');
const dates = [{ startsAt: '2026-11-22T17:30:00Z', endsAt: '2026-11-22T19:30:00Z', minutes: 120 }];
const held: Attended = { held: true, endsAt: new Date('2026-11-22T19:30:00Z'), dates, minutes: 120 };
const earlier = new Date('2026-11-22T19:00:00Z');

describe('the certificate of a booking', () => {
  it('is issued once the course is over, not before', () => {
    expect(verdictOn(held, null, false, earlier)).toBe('wait');
    expect(verdictOn(held, null, false, now)).toBe('issue');
  });

  it('is left alone while it says what attendance says, however the instants are written', () => {
    const written = [{ startsAt: '2026-11-22T18:30:00.000+01:00', endsAt: '2026-11-22T20:30:00+01:00', minutes: 120 }];
    expect(verdictOn(held, { dates: written, minutes: 120 }, false, now)).toBe('nothing');
  });

  it('is replaced when the facts were corrected, and revoked when presence was withdrawn', () => {
    expect(verdictOn(held, { dates, minutes: 90 }, false, now)).toBe('replace');
    expect(verdictOn({ ...held, held: false }, { dates, minutes: 120 }, false, now)).toBe('revoke');
    expect(verdictOn({ ...held, held: false }, { dates, minutes: 120 }, false, earlier)).toBe('revoke');
  });

  it('does not come back by itself after a coordinator revoked it', () => {
    expect(verdictOn(held, null, true, now)).toBe('nothing');
  });

  it('is never issued without presence, and never twice for the same facts', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(600),
        fc.boolean(),
        fc.date({ noInvalidDate: true }),
        (isHeld, minutes, byHand, on) => {
          const attended = { ...held, held: isHeld, minutes };
          const verdict = verdictOn(attended, null, byHand, on);
          if (!isHeld || minutes === 0 || byHand || on < held.endsAt) expect(verdict).not.toBe('issue');
          if (verdict === 'issue') expect(verdictOn(attended, attended, byHand, on)).toBe('nothing');
        },
      ),
    );
  });
});

describe('initials', () => {
  it.each([
    ['Lina Bouleau', 'L. B.'],
    ['jean-paul martin', 'J.-P. M.'],
    ['Ahmed', 'A.'],
    ['Émile d’Orme', 'É. D.'],
    ['Оксана Шевченко', 'О. Ш.'],
    ['ليلى حداد', 'ل. ح.'],
    ['  ', ''],
    ['"(Max) 3', 'M. 3.'],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

import { atParis } from '#platform/kernel';
import { instantInWords, periodInWords } from './period-words.rules.js';

const evening = { startsAt: atParis('2026-03-12', '18:30'), endsAt: atParis('2026-03-12', '20:30') };

describe('a time in words', () => {
  it('is said as people say it, in Paris time', () => {
    expect(periodInWords(evening, 'fr')).toBe('jeudi 12 mars 2026 de 18 h 30 à 20 h 30');
    expect(periodInWords(evening, 'en')).toMatch(/^Thursday,? 12 March 2026, 18:30 to 20:30$/);
    expect(instantInWords(atParis('2026-07-14', '09:00'), 'fr')).toBe('mardi 14 juillet 2026 à 9 h');
  });

  it('names both days when it runs over midnight', () => {
    const night = { startsAt: atParis('2026-10-24', '22:00'), endsAt: atParis('2026-10-25', '06:00') };
    expect(periodInWords(night, 'fr')).toBe('du samedi 24 octobre 2026 à 22 h au dimanche 25 octobre 2026 à 6 h');
  });
});

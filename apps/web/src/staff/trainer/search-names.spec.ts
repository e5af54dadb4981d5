import { describe, expect, it } from '@jest/globals';
import { matchesName } from './search-names.js';

const person = { displayName: 'Zoé Jean-Exemple', bookingCode: 'KRT4PM' };

describe('looking somebody up on the sheet', () => {
  it('minds neither accents, nor case, nor the order of words', () => {
    expect(matchesName(person, 'exemple ZOE')).toBe(true);
    expect(matchesName(person, 'jean')).toBe(true);
  });

  it('finds by the beginning of a code too', () => {
    expect(matchesName(person, 'krt4')).toBe(true);
  });

  it('wants every word', () => {
    expect(matchesName(person, 'zoe martin')).toBe(false);
  });

  it('shows everybody when nothing is typed', () => {
    expect(matchesName(person, '  ')).toBe(true);
  });
});

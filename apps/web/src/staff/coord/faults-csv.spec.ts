import { describe, expect, it } from '@jest/globals';
import { faultsCsv, kindsOf } from './faults-csv.js';
import type { Fault } from './imports-data.js';

const fault = (over: Partial<Fault>): Fault => ({
  row: 12,
  column: 3,
  header: 'Courriel',
  value: 'zoe(at)exemple.org',
  code: 'BAD_EMAIL',
  message: 'Corrigez l’adresse.',
  ...over,
});

describe('faults as a file', () => {
  it('opens in a spreadsheet with its accents and its quotes', () => {
    const csv = faultsCsv([fault({ value: 'dite "Zoé"' })], ['Ligne', 'Colonne', 'Titre', 'Valeur', 'Code', 'À faire']);
    expect(csv.startsWith('\uFEFF"Ligne";"Colonne"')).toBe(true);
    expect(csv).toContain('"12";"3";"Courriel";"dite ""Zoé""";"BAD_EMAIL";"Corrigez l’adresse."\r\n');
  });

  it('never holds a formula', () => {
    expect(faultsCsv([fault({ value: '=1+1' })], [])).toContain(`"'=1+1"`);
  });
});

describe('kinds of faults', () => {
  it('come with the most frequent first', () => {
    const faults = [fault({}), fault({ code: 'BAD_PHONE' }), fault({ code: 'BAD_PHONE' })];
    expect(kindsOf(faults)).toEqual([
      { code: 'BAD_PHONE', count: 2 },
      { code: 'BAD_EMAIL', count: 1 },
    ]);
  });
});

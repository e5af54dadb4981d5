import fc from 'fast-check';
import { withoutNames } from './without-names.rules.js';

const zoe = {
  volunteerId: '6f1c2b1e-0000-4000-8000-000000000001',
  accountId: null,
  addresses: ['zoe.martin@exemple.org'],
  name: 'Zoé Martin-Aubry',
  phone: '+33698765432',
  locale: 'fr' as const,
};

describe('withoutNames', () => {
  it('leaves out every way of naming somebody, and nothing else', () => {
    expect(withoutNames('Demande de Zoé Martin-Aubry (zoe.martin@exemple.org, +33698765432), par courrier', zoe)).toBe(
      'Demande de […] ([…], […]), par courrier',
    );
    expect(withoutNames('ZOÉ et madame aubry', zoe)).toBe('[…] et madame […]');
    expect(withoutNames('Martinique', zoe)).toBe('Martinique');
  });

  it('never lets a name through, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('Zoé', 'aubry', 'zoe.martin@exemple.org'), fc.string(), (a, mark, b) => {
        expect(withoutNames(`${a} ${mark} ${b}`, zoe)).not.toContain(` ${mark} `);
      }),
    );
  });

  it('bears somebody without any', () => {
    const nobody = { ...zoe, name: null, phone: null, addresses: [], volunteerId: null };
    expect(withoutNames('Une raison', nobody)).toBe('Une raison');
  });
});

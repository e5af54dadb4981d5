import fc from 'fast-check';
import { readsContact, safeCell } from './export-columns.rules.js';

describe('cells of exported lists', () => {
  it('never begin with a sign that starts a formula, and keep their text', () => {
    const nasty = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '\ufeff=', '＝', '|', '%'), fc.string())
      .map(([sign, rest]) => sign + rest);
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => {
        const cell = safeCell(text);
        expect(cell.endsWith(text)).toBe(true);
        expect(/^\s*[=+\-@]/.test(cell)).toBe(false);
      }),
    );
    expect(safeCell('=1+1')).toBe(`'=1+1`);
    expect(safeCell('Élodie Bouleau')).toBe('Élodie Bouleau');
  });

  it('come from behind the guarded door as soon as one of them reaches somebody', () => {
    expect(readsContact(['displayName', 'networks'])).toBe(false);
    expect(readsContact(['displayName', 'phone'])).toBe(true);
  });
});

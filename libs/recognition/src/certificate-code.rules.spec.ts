import fc from 'fast-check';
import { CODE_LENGTH, CODE_LETTERS, inGroups, newCode, readCode } from './certificate-code.rules.js';

const at = fc.nat(CODE_LENGTH - 1);

describe('the code of a certificate', () => {
  it('is read however it is written', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newCode), (code) => {
        expect(readCode(code)).toBe(code);
        expect(readCode(` ${inGroups(code).toLowerCase()} `)).toBe(code);
        expect(readCode(code.replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(code);
        expect(readCode(code.replace(/(...)/g, '$1 – '))).toBe(code);
      }),
    );
  });

  it('shows one wrong letter and two neighbours swapped', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newCode), at, fc.constantFrom(...CODE_LETTERS), (code, place, letter) => {
        const wrong = code.slice(0, place) + letter + code.slice(place + 1);
        expect(readCode(wrong)).toBe(wrong === code ? code : null);
        const [a = '', b = ''] = [code[place], code[place + 1]];
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2);
        if (b !== '' && a !== b) expect(readCode(swapped)).toBeNull();
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', '1234', 'XXXX-XXXX-XXX', 'ZZZZ-ZZZZ-ZZZZ', '0'.repeat(13), 'https://exemple.org'])
      expect(readCode(text)).toBeNull();
  });
});

import fc from 'fast-check';
import { CARD_LENGTH, CARD_LETTERS, labelOf, newCardCode, readCard, spoken } from './card.rules.js';

const aCode = fc
  .uint8Array({ minLength: CARD_LENGTH - 1, maxLength: CARD_LENGTH - 1 })
  .map((bytes) => newCardCode(() => bytes));
const aPlace = fc.nat({ max: CARD_LENGTH - 1 });

describe('the code of a card', () => {
  it('is read back as it is said, in any case, with the letters that people write for digits', () => {
    fc.assert(
      fc.property(aCode, (code) => {
        expect(code).toHaveLength(CARD_LENGTH);
        const written = spoken(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
        expect(readCard(` ${written} `)).toEqual({ code });
        expect(readCard(`https://exemple.org/carte#${spoken(code)}`)).toEqual({ code });
        expect(spoken(code).endsWith(labelOf(code))).toBe(true);
      }),
    );
  });

  it('never becomes another code by one wrong letter', () => {
    fc.assert(
      fc.property(aCode, aPlace, fc.constantFrom(...CARD_LETTERS), (code, place, letter) => {
        fc.pre(code[place] !== letter);
        expect(readCard(code.slice(0, place) + letter + code.slice(place + 1))).toBe('mistyped');
      }),
    );
  });

  it('never becomes another code by two swapped letters', () => {
    fc.assert(
      fc.property(aCode, aPlace, aPlace, (code, one, other) => {
        fc.pre(code[one] !== code[other]);
        const letters = [...code];
        [letters[one], letters[other]] = [letters[other] ?? '', letters[one] ?? ''];
        expect(readCard(letters.join(''))).toBe('mistyped');
      }),
    );
  });

  it.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMU', 'https://exemple.org/', 'BCDFGHJK'])('is not "%s"', (text) =>
    expect(readCard(text)).toBeNull(),
  );
});

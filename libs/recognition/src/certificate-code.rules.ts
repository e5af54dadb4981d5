import { randomInt } from 'node:crypto';

/**
 * Digits and letters that nobody confuses: those of Crockford's base 32 (no I, L, O, U) but the last. That makes them 31,
 * a prime, which the check letter needs.
 */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
/** Eleven letters at random, 54 bits, and one that checks them. */
export const CODE_LENGTH = 12;

const CODE = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`);

/** A code that nobody can guess. */
export function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH - 1 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return letters + checkLetterOf(letters);
}

/** As it is printed and said: `4F7K-92MQ-X0TB`. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The code that was typed, in any case, with or without spaces and dashes, O for 0 and I or L for 1; null if it is none.
 * One mistyped letter or two neighbours swapped never make another code.
 */
export function readCode(text: string): string | null {
  const typed = text
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return CODE.test(typed) && checkLetterOf(typed.slice(0, -1)) === typed.at(-1) ? typed : null;
}

/** Values weighted by their place, modulo a prime: the rule of ISBN-10 with another prime. */
function checkLetterOf(letters: string): string {
  let sum = 0;
  [...letters].forEach((letter, at) => {
    sum += (at + 1) * CODE_LETTERS.indexOf(letter);
  });
  return CODE_LETTERS[sum % CODE_LETTERS.length] ?? '';
}

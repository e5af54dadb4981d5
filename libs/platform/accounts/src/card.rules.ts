import { createHmac, randomBytes } from 'node:crypto';

/** Crockford's base 32 (www.crockford.com/base32.html): no I, L, O or U, so nothing is taken for 1, 0 or V. */
export const CARD_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CARD_LENGTH = 12;
/** A card signs in for this long: enough to look and to book, short on a device that others use next. */
export const CARD_SIGN_IN_HOURS = 2;

/** Powers of a primitive element of GF(32), with x⁵ + x² + 1: the weight of each place. */
const WEIGHTS = powers();

function powers(): number[] {
  const found = [1];
  while (found.length < CARD_LENGTH) found.push(times(found.at(-1) ?? 1, 2));
  return found;
}

/** Product of two elements of GF(32). */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if (b & (1 << bit)) product ^= a << bit;
  for (let bit = 9; bit >= 5; bit--) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
  return product;
}

/** Zero for a code that was written down right. */
function syndrome(code: string): number {
  return [...code].reduce((sum, letter, place) => sum ^ times(CARD_LETTERS.indexOf(letter), WEIGHTS[place] ?? 0), 0);
}

/**
 * A code nobody can guess: eleven random letters (55 bits) and one that checks them. One wrong letter, or two swapped
 * ones, wherever they stand, never make another code: the places are weighted by different powers of one element.
 */
export function newCardCode(random: (size: number) => Uint8Array = randomBytes): string {
  const letters = [...random(CARD_LENGTH - 1)].map((byte) => CARD_LETTERS[byte % 32] ?? '').join('');
  const check = [...CARD_LETTERS].find((letter) => syndrome(letters + letter) === 0);
  return letters + (check ?? '');
}

/** What was typed or scanned: a code; letters of a code that do not fit together; or nothing like one. */
export type CardRead = { code: string } | 'mistyped' | null;

const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };
const LINK = /\/carte#([^#\s]+)$/;

/**
 * Reads the code of a card as people type it (any case, spaces, dashes, the letter O for zero), or the text of its QR
 * code, which is the address of the sign-in page with the code behind `#`, where no server log sees it.
 */
export function readCard(text: string): CardRead {
  const typed = LINK.exec(text.trim())?.[1] ?? text;
  const letters = [...typed.toUpperCase().replace(/[\s.-]/g, '')].map((letter) => LOOKALIKES[letter] ?? letter);
  if (letters.length !== CARD_LENGTH || letters.some((letter) => !CARD_LETTERS.includes(letter))) return null;
  const code = letters.join('');
  return syndrome(code) === 0 ? { code } : 'mistyped';
}

/** The code as it is printed and said: groups of four. */
export const spoken = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** The last letters, by which reception finds the holder; too few to sign in with. */
export const labelOf = (code: string): string => code.slice(-4);

/** What is stored of a code: with the key of this platform, so that a stolen table cannot be tried out. */
export function hashCard(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`card:${code}`).digest('base64url');
}

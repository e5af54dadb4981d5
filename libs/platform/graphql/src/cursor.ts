import { userError } from './errors.js';

/** Opaque position in a list: the values of its sort keys, in order. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The sort keys of a cursor.
 * @param length how many keys the list sorts by
 * @throws BAD_USER_INPUT if the text is not a cursor of such a list
 */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === length) return keys.map(String);
  } catch {
    // falls through to the one refusal
  }
  throw userError('BAD_USER_INPUT', 'This is not a cursor of this list.', [{ path: 'after', rule: 'cursor' }]);
}

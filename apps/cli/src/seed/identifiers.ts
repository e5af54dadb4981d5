import { createHash } from 'node:crypto';

// RFC 9562: version 8 is the one whose other bits mean what their maker wants. Anything else would not be a UUID to
// those who look closely, as the inputs of the API do.
const VERSION = '8';
const VARIANT = 'a';

/** An identifier that follows from a text, the same in every run. */
export function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    VERSION + hex.slice(13, 16),
    VARIANT + hex.slice(17, 20),
    hex.slice(20),
  ];
  return parts.join('-');
}

/** The same, computed by the database from an SQL expression of type text. */
export function uuidSql(text: string): string {
  return `overlay(overlay(md5(${text}) placing '${VERSION}' from 13) placing '${VARIANT}' from 17)::uuid`;
}

/** Consonants that nobody confuses in print or over the phone; without vowels they make no words. */
export const CODE_LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
export const CODE_LENGTH = 8;

const CODE = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`);
const QR = new RegExp(`^VP1:([${CODE_LETTERS}]{${CODE_LENGTH}}):([A-Za-z0-9_-]{8})$`);

/** What was scanned or typed at the door: a booking code, with the mark that only our QR codes carry. */
export interface Scanned {
  code: string;
  /** Null when the code was said or typed. */
  mark: string | null;
}

/** Text of the QR code of a booking: short, so that a cheap camera reads it from a cracked screen. */
export function qrTextOf(code: string, mark: string): string {
  return `VP1:${code}:${mark}`;
}

/** Reads a QR text or a code typed in any case, with or without spaces and dashes; null if it is neither. */
export function readScanned(text: string): Scanned | null {
  const [, code, mark] = QR.exec(text.trim()) ?? [];
  if (code !== undefined && mark !== undefined) return { code, mark };
  const typed = text.toUpperCase().replace(/[\s-]/g, '');
  return CODE.test(typed) ? { code: typed, mark: null } : null;
}

/**
 * A text of another language than the page's, such as French where a translation is missing. `t()` answers strings, which
 * carry no `lang`; so the text is put between two signs of the private use area, and `jsx-runtime.ts` turns what stands
 * between them into an element with its `lang` and `dir` wherever it is drawn.
 */
const START = '\ue000';
const END = '\ue001';

/** Marks a French text on a page in another language. */
export function foreign(text: string): string {
  return START + text + END;
}

export function isForeign(text: string): boolean {
  return text.includes(START);
}

/** The text without its marks, for attributes and window titles, which cannot say their language. */
export function plain(text: string): string {
  return text.replace(/[\ue000\ue001]/g, '');
}

/** A text in pieces: those that were marked, and those between. Marks inside of marks count as one. */
export function pieces(text: string): { text: string; french: boolean }[] {
  const found: { text: string; french: boolean }[] = [];
  let depth = 0;
  let piece = '';
  const close = (): void => {
    if (piece) found.push({ text: piece, french: depth > 0 });
    piece = '';
  };
  for (const sign of text) {
    if (sign === START) {
      if (depth === 0) close();
      depth += 1;
    } else if (sign === END) {
      if (depth === 1) close();
      depth -= 1;
    } else piece += sign;
  }
  close();
  return found;
}

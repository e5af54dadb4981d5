/** HTML that is already safe to print. */
export class Html {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

type Piece = string | number | Html | Html[];

/** Template tag that escapes whatever is not HTML already: `html\`<p>${anything}</p>\``. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  const printed = pieces.map((piece) => {
    if (Array.isArray(piece)) return piece.map((part) => part.text).join('');
    return piece instanceof Html ? piece.text : escape(String(piece));
  });
  return new Html(strings.map((text, index) => text + (printed[index] ?? '')).join(''));
}

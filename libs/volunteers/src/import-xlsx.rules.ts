/** What of a workbook its cells need to be understood (ECMA-376 part 1, 18). */
export interface Workbook {
  sheets: { name: string; path: string }[];
  /** Whether days are counted from 1904, as old workbooks of Macintosh do. */
  from1904: boolean;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML as it is meant: entities, and the `_x000D_` by which workbooks write signs that XML forbids. */
export function xmlText(text: string): string {
  let plain = text;
  if (plain.includes('&'))
    plain = plain.replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
      (whole, hex?: string, dec?: string, name = '') =>
        hex || dec ? letter(Number.parseInt(hex ?? dec ?? '', hex ? 16 : 10)) : (ENTITIES[String(name)] ?? whole),
    );
  if (plain.includes('_x'))
    plain = plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => letter(Number.parseInt(hex, 16)));
  return plain;
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}

/** The value of an attribute in the text of a start tag; null without it. */
export function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return null;
  const start = at + name.length + 3;
  const end = tag.indexOf('"', start);
  return end < 0 ? null : xmlText(tag.slice(start, end));
}

/** All start tags of a name in a small text, whatever their prefix. */
export function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g'))].map(([tag]) =>
    tag
      .replaceAll(/\s+/g, ' ')
      .replaceAll("='", '="')
      .replaceAll(/'(?=[\s/>])/g, '"'),
  );
}

/** Sheets in their order, the hidden ones last; charts are none. */
export function workbookOf(workbook: string, relations: string): Workbook {
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  );
  const found = tags(workbook, 'sheet').flatMap((tag) => {
    const target = targets.get(/ [\w.-]+:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '';
    if (!/worksheets\//.test(target)) return [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [{ name: attribute(tag, 'name') ?? '', path, hidden: /hidden/i.test(attribute(tag, 'state') ?? '') }];
  });
  const inOrder = [...found.filter(({ hidden }) => !hidden), ...found.filter(({ hidden }) => hidden)];
  const from1904 = tags(workbook, 'workbookPr').some((tag) => /^(1|true)$/.test(attribute(tag, 'date1904') ?? ''));
  return { sheets: inOrder.map(({ name, path }) => ({ name, path })), from1904 };
}

/** For each style of cells whether it shows a number as a day. */
export function dayStyles(styles: string): boolean[] {
  const formats = new Map(
    tags(styles, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode') ?? '']),
  );
  const cellFormats = /<(?:[\w.-]+:)?cellXfs[\s>][^]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return tags(cellFormats, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId');
    const own = formats.get(id);
    return own === undefined ? isBuiltInDay(Number(id)) : isDayFormat(own);
  });
}

/** The formats that every spreadsheet knows by number (18.8.30), and those of East Asia. */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** A format that shows a day or a year: `dd/mm/yyyy`, not `[Red]0" jours"`, nor an hour alone. */
export function isDayFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[dyj]|aa/.test(bare) && !/[0#?]/.test(bare.replace(/\.0+/g, ''));
}

const DAY_MS = 86_400_000;

/** The day of a serial number as `YYYY-MM-DD`. Day 60 of 1900 never was: Lotus 1-2-3 took 1900 for a leap year. */
export function dayOfSerial(serial: number, from1904: boolean): string {
  const days = Math.floor(serial);
  const origin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(origin + days * DAY_MS);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

/** A number as one would type it: telephone numbers have no exponent, and 0.1 + 0.2 is 0.3. */
export function typedNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return Number.isInteger(value)
    ? value.toLocaleString('en', { useGrouping: false })
    : String(Number(value.toPrecision(15)));
}

/** Index of a column from its letters: A is 0, Z 25, AA 26; -1 for none. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

/** All text between `<t>` and `</t>`, without the reading aids of East Asian text. */
export function richText(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:[\w.-]+:)?rPh[\s>][^]*?<\/(?:[\w.-]+:)?rPh>/g, '') : xml;
  let text = '';
  for (const match of spoken.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?(?:\/>|>([^<]*)<)/g)) text += match[1] ?? '';
  return xmlText(text);
}

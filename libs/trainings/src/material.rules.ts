/** Largest file, in bytes: material is read on telephones. */
export const LARGEST_MATERIAL = 10 * 1024 * 1024;

/** Who may read a material. */
export const MATERIAL_AUDIENCES = ['public', 'attendees'] as const;
export type MaterialAudience = (typeof MATERIAL_AUDIENCES)[number];

/** What a material is for who looks for it. */
export const MATERIAL_KINDS = ['pdf', 'slides', 'document', 'image', 'audio', 'video'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

interface FileType {
  kind: MaterialKind;
  mime: string;
  /** Whether the bytes are those of such a file. */
  is: (bytes: Buffer) => boolean;
}

const at = (bytes: Buffer, offset: number, text: string): boolean =>
  bytes.subarray(offset, offset + text.length).toString('latin1') === text;
const isZip = (bytes: Buffer): boolean => at(bytes, 0, 'PK\u0003\u0004');
/** An Office document is an archive that names its main part; the names in it are not compressed. */
const holds = (part: string) => (bytes: Buffer) => isZip(bytes) && bytes.includes(part, 0, 'latin1');
/** An OpenDocument begins with its own type, uncompressed. */
const declares = (mime: string) => (bytes: Buffer) =>
  isZip(bytes) && bytes.subarray(0, 200).includes(mime, 0, 'latin1');

const PRESENTATION = 'application/vnd.oasis.opendocument.presentation';
const TEXT = 'application/vnd.oasis.opendocument.text';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What may be uploaded. Nothing here runs in a browser: no HTML, no SVG. */
const TYPES: readonly FileType[] = [
  { kind: 'pdf', mime: 'application/pdf', is: (bytes) => at(bytes, 0, '%PDF-') },
  { kind: 'image', mime: 'image/png', is: (bytes) => at(bytes, 0, '\u0089PNG\r\n\u001a\n') },
  { kind: 'image', mime: 'image/jpeg', is: (bytes) => at(bytes, 0, '\u00ff\u00d8\u00ff') },
  { kind: 'image', mime: 'image/webp', is: (bytes) => at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP') },
  { kind: 'audio', mime: 'audio/mpeg', is: (bytes) => at(bytes, 0, 'ID3') || at(bytes, 0, '\u00ff\u00fb') },
  { kind: 'audio', mime: 'audio/mp4', is: (bytes) => at(bytes, 4, 'ftypM4A') },
  { kind: 'audio', mime: 'audio/ogg', is: (bytes) => at(bytes, 0, 'OggS') },
  { kind: 'video', mime: 'video/mp4', is: (bytes) => at(bytes, 4, 'ftyp') && !at(bytes, 8, 'M4A') },
  { kind: 'slides', mime: PRESENTATION, is: declares(PRESENTATION) },
  { kind: 'document', mime: TEXT, is: declares(TEXT) },
  { kind: 'slides', mime: `${OFFICE}.presentationml.presentation`, is: holds('ppt/presentation.xml') },
  { kind: 'document', mime: `${OFFICE}.wordprocessingml.document`, is: holds('word/document.xml') },
];

/** The type of a file by its bytes, whatever its name says; null for what is not taken. */
export function sniff(bytes: Buffer): string | null {
  return TYPES.find(({ is }) => is(bytes))?.mime ?? null;
}

/** What a material of that type is; a link leads to a film. */
export function kindOf(mime: string | null): MaterialKind {
  return TYPES.find((type) => type.mime === mime)?.kind ?? 'video';
}

/** Whether a browser may show it in its place; everything else is downloaded. */
export function isShown(mime: string): boolean {
  return /^(image|audio|video)\//.test(mime);
}

/** The name of a file without folders, quotes and signs that are not seen. */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const tidy = last.replace(/[\p{C}"<>|:*?]/gu, '').trim();
  return tidy.slice(-120) || 'support';
}

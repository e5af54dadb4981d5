/** What an exported list may hold of each person, in the order of the file. */
export const EXPORT_COLUMNS = [
  'displayName',
  'givenName',
  'familyName',
  'email',
  'phone',
  'birthYear',
  'networks',
  'arrondissement',
  'commune',
  'languages',
  'skills',
  'themes',
  'availability',
  'tags',
  'trainings',
  'lastPresence',
  'source',
  'joinedOn',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** Columns from behind the guarded door: they identify or reach somebody. */
const OF_CONTACT: readonly ExportColumn[] = ['givenName', 'familyName', 'email', 'phone', 'birthYear'];

/** Whether a file with these columns is a reading of contact data. */
export function readsContact(columns: readonly ExportColumn[]): boolean {
  return columns.some((column) => OF_CONTACT.includes(column));
}

/**
 * A text as a cell that no spreadsheet takes for a formula: an apostrophe before what begins with a sign that starts one
 * (OWASP, "CSV Injection").
 */
export function safeCell(text: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@\t\r|%\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
}

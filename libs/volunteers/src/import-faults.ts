/**
 * Everything that may be wrong with a file of volunteers. The codes are stable; the sentence that says what to do is
 * `volunteers.import.<code>` in the catalogues.
 */
export const IMPORT_FAULT_CODES = [
  // the file
  'EMPTY_FILE',
  'NOT_TEXT',
  'BROKEN_WORKBOOK',
  'WORKBOOK_TOO_LARGE',
  'OLD_WORKBOOK',
  'NO_SUCH_SHEET',
  'NO_ROWS',
  'NO_HEADER',
  'COLUMN_MISSING',
  'HEADER_DUPLICATED',
  'FIELD_MAPPED_TWICE',
  'UNKNOWN_MAPPING',
  // the shape of a row
  'TOO_FEW_CELLS',
  'TOO_MANY_CELLS',
  'BROKEN_QUOTES',
  // the text of a cell
  'BAD_ENCODING',
  'CONTROL_CHARACTER',
  'LINE_BREAK',
  'FORMULA',
  'TOO_LONG',
  // its meaning
  'MISSING_GIVEN_NAME',
  'MISSING_EMAIL',
  'NOT_A_NAME',
  'BAD_EMAIL',
  'BAD_PHONE',
  'SWAPPED_COLUMNS',
  'UNREADABLE_DATE',
  'IMPOSSIBLE_DATE',
  'BIRTH_OUT_OF_RANGE',
  'TOO_YOUNG',
  'BAD_ARRONDISSEMENT',
  'BAD_POSTCODE',
  'UNKNOWN_LANGUAGE',
  'UNKNOWN_SKILL',
  'UNKNOWN_THEME',
  'UNKNOWN_LOCALE',
  'UNKNOWN_NETWORK',
  'OTHER_NETWORK',
  'NOT_YES_OR_NO',
  'CONSENT_WITHOUT_DATE',
  'CONSENT_WITHOUT_VERSION',
  'CONSENT_UNKNOWN_VERSION',
  'CONSENT_IN_FUTURE',
  'CONSENT_BEFORE_TEXT',
  // the row against others
  'DUPLICATE_EMAIL',
  'DUPLICATE_PERSON',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULT_CODES)[number];

/** One fault, at a place of the file that a person finds again in a text editor or a spreadsheet. */
export interface Fault {
  /** Line of the file on which the row begins; the header is usually line 1. */
  row: number;
  /** Number of the column from 1; 0 when the whole row or file is meant. */
  column: number;
  header: string;
  /** What the cell holds, cut to 80 signs. */
  value: string;
  code: ImportFaultCode;
  /** What the sentence needs besides: another row, a limit, a field. */
  details?: Record<string, string | number>;
}

import type { imports as source } from '../fr/imports.js';

export const imports: Record<keyof typeof source, string> = {
  'volunteers.import.BROKEN_WORKBOOK':
    'This workbook is damaged or locked. Open it, save it again as .xlsx without a password, then send it again.',
  'volunteers.import.WORKBOOK_TOO_LARGE':
    'Once unpacked, this workbook is larger than the platform takes. Keep only the columns you need, or export the sheet as CSV.',
  'volunteers.import.OLD_WORKBOOK':
    'This workbook is of an old format (.xls) or protected by a password. Save it as .xlsx without a password, then send it again.',
  'volunteers.import.NO_SUCH_SHEET': 'The workbook has no such sheet. Choose another one.',
  'privacy.table.volunteer_import_chunk': 'Files of lists being imported',
  'privacy.table.volunteer_import_fix': 'Corrections of lists being imported',
  'privacy.table.volunteer_import_row': 'Rows of lists being imported',
  'privacy.table.volunteer_import_change': 'Data of before an import, to undo it',
};

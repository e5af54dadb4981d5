import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import type { ExportedTable, PersonExport } from './data-export.js';

/**
 * A ZIP of everything about somebody: one JSON file for programs, one CSV file for each table that has rows, and a text
 * that says what is what. Bytes come as they are compressed.
 */
export function archiveOf({ exportedAt, tables }: PersonExport, locale: Locale): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, { mtime: exportedAt });
  const filled = tables.filter(({ rows }) => rows.length > 0);
  add(`${t(locale, 'privacy.export.readMe')}.txt`, readMe(tables, exportedAt, locale));
  add('donnees.json', jsonOf({ exportedAt, tables }));
  for (const table of filled) add(`csv/${table.table}.csv`, csvOf(table));
  zip.end();
  return zip.outputStream;
}

/** The same as one JSON document: `{ exportedAt, tables: { contact: { title, rows } } }`. */
export function jsonOf({ exportedAt, tables }: PersonExport): string {
  const byName = Object.fromEntries(tables.map(({ table, title, rows }) => [table, { title, rows }]));
  return `${JSON.stringify({ exportedAt, tables: byName }, null, 2)}\n`;
}

/** Cells that a spreadsheet would run as a formula get an apostrophe; the JSON file has every value as it is. */
function csvOf({ columns, rows }: ExportedTable): string {
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(row[column]))),
    { header: true, columns, bom: true, escape_formulas: true },
  );
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}

function readMe(tables: readonly ExportedTable[], exportedAt: Date, locale: Locale): string {
  const lines = tables.map(
    ({ table, title, rows }) =>
      `- ${title} (csv/${table}.csv): ${t(locale, 'privacy.export.rows', { count: rows.length })}`,
  );
  return [t(locale, 'privacy.export.intro', { at: exportedAt }), '', ...lines, ''].join('\n');
}

import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify';
import Excel from 'exceljs';
import type { ExportFormat } from './audience.enums.js';
import { safeCell } from './export-columns.rules.js';
import type { Cell } from './people-export.rows.js';

/** Takes a table row by row. */
export interface TableWriter {
  row: (cells: Cell[]) => Promise<void>;
  end: () => Promise<void>;
}

/** Writes a table to a stream as it comes; nothing of it is kept. */
export function writerOf(format: ExportFormat, file: Writable): TableWriter {
  return format === 'csv' ? csvWriter(file) : spreadsheetWriter(file);
}

/** Semicolons and a byte order mark: what spreadsheets set to French open without asking. */
function csvWriter(file: Writable): TableWriter {
  const csv = stringify({ delimiter: ';', bom: true, record_delimiter: 'windows' });
  csv.pipe(file);
  return {
    row: async (cells) => {
      const safe = cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell));
      if (!csv.write(safe)) await new Promise<void>((resolve) => csv.once('drain', resolve));
    },
    end: async () => {
      csv.end();
      return Promise.resolve();
    },
  };
}

/** Texts are cells of the type text, which no program reads as a formula; what looks like one is marked all the same. */
function spreadsheetWriter(file: Writable): TableWriter {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: file, useStyles: false, useSharedStrings: false });
  const sheet = book.addWorksheet('Liste', { views: [{ state: 'frozen', ySplit: 1 }] });
  return {
    row: async (cells) => {
      sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))).commit();
      return Promise.resolve();
    },
    end: async () => {
      sheet.commit();
      await book.commit();
    },
  };
}

import type { Fault } from './imports-data.js';

/** A cell that a spreadsheet reads as text, whatever it begins with. */
function cell(value: string | number): string {
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/**
 * Faults as a CSV file for a spreadsheet: UTF-8 with a mark, separated by semicolons as French ones expect, and without
 * anything that would run as a formula.
 */
export function faultsCsv(faults: readonly Fault[], headings: readonly string[]): string {
  const lines = faults.map(({ row, column, header, value, code, message }) =>
    [row, column, header, value, code, message].map(cell).join(';'),
  );
  return `\uFEFF${[headings.map(cell).join(';'), ...lines].join('\r\n')}\r\n`;
}

/** Faults of one kind. */
export interface FaultKind {
  code: string;
  count: number;
}

/** The kinds of faults there are, the most frequent first. */
export function kindsOf(faults: readonly Fault[]): FaultKind[] {
  const counts = new Map<string, number>();
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

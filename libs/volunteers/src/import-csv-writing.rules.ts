/** What a spreadsheet would run; a telephone number and a number below zero are nothing of the kind. */
const RUNS = /^(?:[=@\t\r]|[+-](?![\d ().]+$))/;

/** A line of a CSV file, with its end, that a spreadsheet shows and does not run. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => quoted(RUNS.test(cell) ? `'${cell}` : cell, delimiter)).join(delimiter)}\r\n`;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import type { ReactNode } from 'react';

export interface Column<T> {
  /** Heading of the column; also the label of the value on a narrow screen. */
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the end of their cell. */
  number?: boolean;
}

interface DataTableProps<T> {
  caption: string;
  captionHidden?: boolean;
  columns: [Column<T>, ...Column<T>[]];
  rows: readonly T[];
  rowKey: (row: T) => string;
}

/**
 * A table whose first column names the row. Below 45 rem each row becomes a card with its labels; the roles are said
 * once more because browsers forget them when a table is no longer laid out as one.
 */
export function DataTable<T>({ caption, captionHidden, columns, rows, rowKey }: DataTableProps<T>) {
  const [head, ...others] = columns;
  return (
    <table className="table" role="table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, number }) => (
            <th key={title} role="columnheader" scope="col" className={number ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            <th role="rowheader" scope="row">
              {head.cell(row)}
            </th>
            {others.map(({ title, cell, number }) => (
              <td key={title} role="cell" data-label={title} className={number ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

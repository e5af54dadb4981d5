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

/** A table whose first column names the row. Below 45 rem each row becomes a card with its labels. */
export function DataTable<T>({ caption, captionHidden, columns, rows, rowKey }: DataTableProps<T>) {
  const [head, ...others] = columns;
  return (
    <table className="table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, number }) => (
            <th key={title} scope="col" className={number ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <th scope="row">{head.cell(row)}</th>
            {others.map(({ title, cell, number }) => (
              <td key={title} data-label={title} className={number ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

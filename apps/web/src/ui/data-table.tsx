import type { ReactNode } from 'react';

export interface Column<T> {
  /** Heading of the column; also the label of the value on a narrow screen. */
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the end of their cell. */
  number?: boolean;
  /** What the list is ordered by when the heading is pressed; without it the heading is plain text. */
  sort?: string;
}

/** By what the rows are in order, and how to change that. */
export interface TableOrder {
  by: string;
  descending: boolean;
  change: (by: string) => void;
}

/** Rows that are chosen one by one, by their keys. */
export interface TableChoice<T> {
  /** Heading of the column of boxes. */
  title: string;
  chosen: ReadonlySet<string>;
  toggle: (key: string) => void;
  label: (row: T) => string;
}

interface DataTableProps<T> {
  caption: string;
  captionHidden?: boolean;
  columns: [Column<T>, ...Column<T>[]];
  rows: readonly T[];
  rowKey: (row: T) => string;
  order?: TableOrder;
  choice?: TableChoice<T>;
  /** Keeps the headings in sight while the rows pass under them. */
  sticky?: boolean;
}

/**
 * A table whose first column names the row. Below 45 rem each row becomes a card with its labels; the roles are said
 * once more because browsers forget them when a table is no longer laid out as one.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, captionHidden, columns, rows, rowKey, order, choice, sticky } = props;
  const [head, ...others] = columns;
  return (
    <table className={sticky ? 'table sticky' : 'table'} role="table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {choice && (
            <th role="columnheader" scope="col" className="table-choice">
              <span className="visually-hidden">{choice.title}</span>
            </th>
          )}
          {columns.map((column) => (
            <Heading key={column.title} column={column} order={order} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" aria-selected={choice?.chosen.has(rowKey(row)) || undefined}>
            {choice && (
              <td role="cell" className="table-choice">
                <input
                  type="checkbox"
                  aria-label={choice.label(row)}
                  checked={choice.chosen.has(rowKey(row))}
                  onChange={() => choice.toggle(rowKey(row))}
                />
              </td>
            )}
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

function Heading<T>({ column, order }: { column: Column<T>; order: TableOrder | undefined }) {
  const { title, number, sort } = column;
  const className = number ? 'number' : undefined;
  if (!order || sort === undefined) {
    return (
      <th role="columnheader" scope="col" className={className}>
        {title}
      </th>
    );
  }
  const current = order.by === sort;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th role="columnheader" scope="col" className={className} aria-sort={current ? direction : undefined}>
      <button type="button" className="table-sort" onClick={() => order.change(sort)}>
        {title}
        <span aria-hidden="true">{current ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

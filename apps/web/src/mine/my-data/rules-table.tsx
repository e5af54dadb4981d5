import { useText } from '../../i18n/text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import type { Rule } from './my-data-data.js';

interface RulesTableProps {
  caption: string;
  rules: readonly Rule[];
  /** Rows about the reader, by table; left out where nobody in particular reads. */
  rows?: ReadonlyMap<string, number>;
}

/** What is promised about each kind of data: whether it goes with the person, and when it goes by itself. */
export function RulesTable({ caption, rules, rows }: RulesTableProps) {
  const { t } = useText();
  const columns: [Column<Rule>, ...Column<Rule>[]] = [
    { title: t('myData.known.kind'), cell: ({ title }) => title },
    {
      title: t('myData.known.erased'),
      cell: ({ erasure, because }) => (
        <>
          <p>{t(`myData.outcome.${erasure}`)}</p>
          {because && <p className="small muted">{because}</p>}
        </>
      ),
    },
    {
      title: t('myData.known.kept'),
      cell: ({ retention }) =>
        retention.map(({ when, because }) => (
          <p key={when}>
            {when} {because && <span className="small muted">{because}</span>}
          </p>
        )),
    },
  ];
  if (rows)
    columns.splice(1, 0, { title: t('myData.known.rows'), number: true, cell: ({ table }) => rows.get(table) ?? 0 });
  return <DataTable caption={caption} captionHidden columns={columns} rows={rules} rowKey={({ table }) => table} />;
}

import { useText } from '../../i18n/text.js';
import { Tag } from '../../ui/panels.js';
import type { Rule } from './my-data-data.js';

interface RulesListProps {
  rules: readonly Rule[];
  /** Rows about the reader, by table; left out where nobody in particular reads. */
  rows?: ReadonlyMap<string, number>;
}

/** What is promised about each kind of data: whether it goes with the person, and when it goes by itself. */
export function RulesList({ rules, rows }: RulesListProps) {
  const { t } = useText();
  return (
    <ul role="list" className="rows">
      {rules.map(({ table, title, erasure, because, retention }) => (
        <li key={table} className="stack tight">
          <div className="row apart">
            <h3 className="row-title">{title}</h3>
            {rows && <Tag>{t('myData.known.rows', { count: rows.get(table) ?? 0 })}</Tag>}
          </div>
          <p>
            {t('myData.known.erased')} <strong>{t(`myData.outcome.${erasure}`)}</strong>{' '}
            {because && <span className="small muted">{because}</span>}
          </p>
          {retention.map((rule) => (
            <p key={rule.when}>
              {t('myData.known.kept', { when: rule.when })}{' '}
              {rule.because && <span className="small muted">{rule.because}</span>}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

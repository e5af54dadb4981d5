import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../i18n/text.js';
import { Button, DataTable, Icon, Section, SelectField } from '../../ui/index.js';
import { FilterBar } from '../shared/filters.js';
import { faultsCsv, kindsOf, type FaultKind } from './faults-csv.js';
import type { Fault } from './imports-data.js';

const AT_A_TIME = 100;
const MOST_CHIPS = 8;

/** Every fault with its place and what to do about it; by kind, and as a file to work through in a spreadsheet. */
export function ImportFaults({ faults, total, fileName }: { faults: Fault[]; total: number; fileName: string }) {
  const { t } = useText();
  const [kind, setKind] = useState<string | null>(null);
  const [shown, setShown] = useState(AT_A_TIME);
  const kindName = useKindName();
  const wanted = kind === null ? faults : faults.filter(({ code }) => code === kind);
  const choose = (next: string | null): void => {
    setKind(next);
    setShown(AT_A_TIME);
  };
  return (
    <Section title={t('staff.import.toFix', { count: total })}>
      <Kinds kinds={kindsOf(faults)} total={faults.length} chosen={kind} choose={choose} />
      <p role="status" className="visually-hidden">
        {t('staff.list.total', { total: wanted.length })}
      </p>
      <DataTable
        caption={t('staff.import.faultsCaption')}
        captionHidden
        rows={wanted.slice(0, shown)}
        rowKey={(fault) => `${fault.row}/${fault.column}/${fault.code}`}
        columns={[
          { title: t('staff.import.line'), cell: ({ row }) => row },
          {
            title: t('staff.import.column'),
            cell: ({ column, header }) => (column === 0 ? t('staff.import.wholeLine') : `${column}. ${header}`),
          },
          {
            title: t('staff.import.value'),
            cell: ({ value }) => (value ? <code className="cell-value">{value}</code> : t('staff.import.emptyCell')),
          },
          {
            title: t('staff.import.whatToDo'),
            cell: ({ code, message }) => (
              <>
                <strong>{kindName(code)}</strong>
                <br />
                {message}
              </>
            ),
          },
        ]}
      />
      <div className="row">
        {shown < wanted.length && (
          <Button small look="secondary" onClick={() => setShown(shown + AT_A_TIME)}>
            {t('staff.list.more')}
          </Button>
        )}
        <DownloadFaults faults={faults} fileName={fileName} />
      </div>
      {faults.length < total && (
        <p className="small muted">{t('staff.import.firstFaults', { shown: faults.length, total })}</p>
      )}
    </Section>
  );
}

interface KindsProps {
  kinds: FaultKind[];
  total: number;
  chosen: string | null;
  choose: (kind: string | null) => void;
}

/** A few kinds stand side by side; many would push the faults off the screen and become a list to choose from. */
function Kinds({ kinds, total, chosen, choose }: KindsProps) {
  const { t } = useText();
  const kindName = useKindName();
  if (kinds.length > MOST_CHIPS) {
    return (
      <FilterBar label={t('staff.import.kinds')}>
        <SelectField
          name="genre"
          label={t('staff.import.kind')}
          optional
          value={chosen ?? ''}
          choices={[
            { value: '', label: t('staff.import.allKinds', { count: total }) },
            ...kinds.map(({ code, count }) => ({ value: code, label: `${kindName(code)} (${count})` })),
          ]}
          onChange={({ currentTarget }) => choose(currentTarget.value || null)}
        />
      </FilterBar>
    );
  }
  return (
    <div className="chips" role="group" aria-label={t('staff.import.kinds')}>
      <button type="button" className="chip" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {t('staff.import.allKinds', { count: total })}
      </button>
      {kinds.map(({ code, count }) => (
        <button key={code} type="button" className="chip" aria-pressed={chosen === code} onClick={() => choose(code)}>
          {kindName(code)} ({count})
        </button>
      ))}
    </div>
  );
}

/** A short name of a kind of fault; a kind newer than the page shows its code. */
function useKindName(): (code: string) => string {
  const { messages, formatMessage } = useIntl();
  return (code) => {
    const id = `staff.fault.${code}`;
    return id in messages ? formatMessage({ id }) : code;
  };
}

function DownloadFaults({ faults, fileName }: { faults: Fault[]; fileName: string }) {
  const { t } = useText();
  const download = (): void => {
    const headings = [
      t('staff.import.line'),
      t('staff.import.column'),
      t('staff.import.header'),
      t('staff.import.value'),
      t('staff.import.code'),
      t('staff.import.whatToDo'),
    ];
    const url = URL.createObjectURL(new Blob([faultsCsv(faults, headings)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName.replace(/\.\w+$/, '')}-${t('staff.import.faultsFile')}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button small look="quiet" onClick={download}>
      <Icon name="download" size={20} />
      {t('staff.import.download')}
    </Button>
  );
}

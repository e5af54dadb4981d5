import { useState } from 'react';
import { useText, type MessageKey } from '../../i18n/text.js';
import { Button, DataTable, SelectField } from '../../ui/index.js';
import type { Details } from './imports-data.js';

export type Mapping = { header: string; field: string | null }[];

/** What a column may be read as, in the order in which the choice shows it. */
const fields = {
  givenName: 'staff.import.field.givenName',
  familyName: 'staff.import.field.familyName',
  email: 'staff.import.field.email',
  phone: 'staff.import.field.phone',
  birthYear: 'staff.import.field.birthYear',
  arrondissement: 'staff.import.field.arrondissement',
  postcode: 'staff.import.field.postcode',
  commune: 'staff.import.field.commune',
  languages: 'staff.import.field.languages',
  skills: 'staff.import.field.skills',
  themes: 'staff.import.field.themes',
  locale: 'staff.import.field.locale',
  accessNeeds: 'staff.import.field.accessNeeds',
  network: 'staff.import.field.network',
  consent: 'staff.import.field.consent',
  consentDate: 'staff.import.field.consentDate',
  consentVersion: 'staff.import.field.consentVersion',
  homonym: 'staff.import.field.homonym',
} satisfies Record<string, MessageKey>;
const fieldNames = Object.keys(fields) as (keyof typeof fields)[];

interface ColumnsProps {
  details: Details;
  /** Reads the file again with these columns, or another sheet. */
  readAgain: (mapping: Mapping, sheet?: string | null) => Promise<void>;
}

/** What each column of the file is read as; a wrong guess is put right here, without a new file. */
export function ImportColumns({ details, readAgain }: ColumnsProps) {
  const { t } = useText();
  const { columns, file } = details;
  const [mapping, setMapping] = useState<Mapping>(() => columns.map(({ header, field }) => ({ header, field })));
  const [busy, setBusy] = useState(false);
  const changed = mapping.some(({ field }, at) => field !== columns[at]?.field);
  const rows = columns.map((column, at) => ({ ...column, at, chosen: mapping[at]?.field ?? '' }));

  const choose = (at: number, field: string): void =>
    setMapping(mapping.map((one, index) => (index === at ? { ...one, field: field || null } : one)));
  const check = (): void => {
    setBusy(true);
    void readAgain(mapping).finally(() => setBusy(false));
  };
  if (!details.mine) return null;
  return (
    <div className="stack">
      {file.sheets.length > 1 && <Sheets file={file} readAgain={(sheet) => readAgain([], sheet)} />}
      {file.mappingRemembered && <p>{t('staff.import.remembered')}</p>}
      <DataTable
        caption={t('staff.import.columnsCaption')}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { title: t('staff.import.column'), cell: ({ header }) => header || t('staff.import.noHeader') },
          { title: t('staff.import.samples'), cell: ({ samples }) => samples.join(' · ') },
          {
            title: t('staff.import.readAs'),
            cell: ({ at, header, chosen }) => (
              <select
                className="input"
                aria-label={t('staff.import.readColumnAs', { column: header || String(at + 1) })}
                value={chosen}
                onChange={({ currentTarget }) => choose(at, currentTarget.value)}
              >
                <option value="">{t('staff.import.leftOut')}</option>
                {fieldNames.map((field) => (
                  <option key={field} value={field}>
                    {t(fields[field])}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
      {changed && (
        <div className="row">
          <Button busy={busy} onClick={check}>
            {t('staff.import.recheck')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Sheets({ file, readAgain }: { file: Details['file']; readAgain: (sheet: string) => Promise<void> }) {
  const { t } = useText();
  const [sheet, setSheet] = useState(file.sheet ?? '');
  return (
    <div className="row">
      <SelectField
        name="feuille"
        label={t('staff.import.sheet')}
        value={sheet}
        choices={file.sheets.map((name) => ({ value: name, label: name }))}
        onChange={({ currentTarget }) => setSheet(currentTarget.value)}
      />
      {sheet !== file.sheet && (
        <Button onClick={() => void readAgain(sheet)}>{t('staff.import.readSheetAgain')}</Button>
      )}
    </div>
  );
}

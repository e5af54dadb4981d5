import { useText } from '../../i18n/text.js';
import { announce, ChoiceGroup, Notice, TextField, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { askExport, type ExportColumn, type FilterInput } from './people-data.js';

const COLUMNS: readonly ExportColumn[] = [
  'displayName',
  'givenName',
  'familyName',
  'email',
  'phone',
  'birthYear',
  'networks',
  'arrondissement',
  'commune',
  'languages',
  'skills',
  'themes',
  'availability',
  'tags',
  'trainings',
  'lastPresence',
  'source',
  'joinedOn',
];
const OF_CONTACT: readonly ExportColumn[] = ['givenName', 'familyName', 'email', 'phone', 'birthYear'];
const USUAL: readonly ExportColumn[] = ['displayName', 'networks', 'arrondissement', 'tags', 'trainings'];
const SHORTEST_PURPOSE = 5;

/** The list as a file, for a purpose that is written down and shown to each person in it. */
export function ExportDialog({ filter, count }: { filter: FilterInput; count: string }) {
  const { t } = useText();
  const send = async (data: FormData): Promise<void> => {
    const chosen = data.getAll('columns').map(String);
    const address = await askExport({
      filter,
      columns: COLUMNS.filter((column) => chosen.includes(column)),
      format: textIn(data, 'format') === 'xlsx' ? 'xlsx' : 'csv',
      purpose: textIn(data, 'purpose'),
    });
    announce(t('people.export.begun'));
    window.location.assign(address);
  };
  return (
    <DialogForm
      label={t('people.export.do')}
      small
      title={t('people.export.title', { count })}
      submit={t('people.export.submit')}
      check={(data) => ({
        ...(data.getAll('columns').length === 0 && { columns: t('people.export.columnsMissing') }),
        ...(textIn(data, 'purpose').length < SHORTEST_PURPOSE && { purpose: t('people.export.purposeMissing') }),
      })}
      send={send}
    >
      <Notice title={t('people.export.warning')}>
        <p>{t('people.export.warningText')}</p>
      </Notice>
      <div className="condition-choices">
        <ChoiceGroup
          name="columns"
          label={t('people.export.columns')}
          kind="checkbox"
          choices={COLUMNS.map((value) => ({
            value,
            label: t(`people.exportColumn.${value}`),
            ...(OF_CONTACT.includes(value) && { hint: t('people.export.ofContact') }),
          }))}
          chosen={USUAL}
        />
      </div>
      <ChoiceGroup
        name="format"
        label={t('people.export.format')}
        kind="radio"
        choices={[
          { value: 'csv', label: t('people.export.csv') },
          { value: 'xlsx', label: t('people.export.xlsx') },
        ]}
        chosen={['csv']}
      />
      <TextField
        name="purpose"
        label={t('people.export.purpose')}
        hint={t('people.export.purposeHint')}
        maxLength={200}
        autoComplete="off"
      />
    </DialogForm>
  );
}

import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmButton, DataTable, Disclosure, Notice, Section, Tag } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { Figures } from '../shared/figures.js';
import { ImportColumns } from './import-columns.js';
import { ImportDoubts } from './import-doubts.js';
import { ImportFaulty } from './import-faulty.js';
import type { ImportActions } from './import-page.js';
import { RestLink } from './import-rest.js';
import type { Details } from './imports-data.js';

interface ReadyProps {
  details: Details;
  actions: ImportActions;
}

/** What was read in a file: rows to put right and to decide about, and what importing the others would do. */
export function ImportReady({ details, actions }: ReadyProps) {
  const { t } = useText();
  const { file, faults } = details;
  const open = file.faulty + file.doubts;
  const failed = file.status === 'failed';
  const tone = failed ? 'bad' : open > 0 ? 'warn' : 'good';
  return (
    <>
      {failed ? (
        <Notice tone={tone} title={t('staff.import.failed')}>
          <ul>
            {faults.map(({ code, header, message }) => (
              <li key={code + header}>{header ? `${header} : ${message}` : message}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice
          tone={tone}
          title={
            open > 0 ? t('staff.import.someOpen', { count: open }) : t('staff.import.allSound', { count: file.sound })
          }
        >
          <p>{t(open > 0 ? 'staff.import.someOpenText' : 'staff.import.allSoundText')}</p>
        </Notice>
      )}
      <HowRead file={file} />
      {!failed && <Figures figures={figuresOf(file, t)} />}
      <Steps details={details} actions={actions} />
      {details.mine && file.faulty > 0 && <ImportFaulty details={details} put={actions.put} />}
      {details.mine && file.doubts > 0 && <ImportDoubts details={details} put={actions.put} state="doubt" />}
      {details.mine && file.leftOut > 0 && <ImportDoubts details={details} put={actions.put} state="left_out" />}
      {(details.columns.length > 0 || file.sheets.length > 1) && (
        <Section title={t('staff.import.columns')}>
          <ImportColumns key={columnsKey(details)} details={details} readAgain={actions.readAgain} />
        </Section>
      )}
      {details.preview.length > 0 && (
        <Disclosure summary={t('staff.import.previewTitle', { count: details.preview.length })} open={open === 0}>
          <Preview rows={details.preview} />
        </Disclosure>
      )}
    </>
  );
}

/** What there is none of is not worth a box, save faults: none of them is the good news. */
function figuresOf(file: Details['file'], t: ReturnType<typeof useText>['t']) {
  const some = [
    { value: file.toUpdate, label: t('staff.import.toUpdate') },
    { value: file.toLeave, label: t('staff.import.unchanged') },
    { value: file.doubts, label: t('staff.import.doubts') },
    { value: file.leftOut, label: t('staff.import.leftOut') },
  ].filter(({ value }) => value > 0);
  return [
    { value: file.rowCount, label: t('staff.import.rows') },
    { value: file.toCreate, label: t('staff.import.toCreate') },
    ...some,
    { value: file.faulty, label: t('staff.import.faults'), ...(file.faulty > 0 && { tone: 'bad' as const }) },
  ];
}

const columnsKey = ({ columns, file }: Details): string =>
  [file.sheet, ...columns.map(({ header, field }) => `${header}=${field ?? ''}`)].join();

function HowRead({ file }: { file: Details['file'] }) {
  const { t } = useText();
  const { fileName, encoding, delimiter, sheet, kind } = file;
  if (kind === 'xlsx' && sheet)
    return <p className="muted">{t('staff.import.readSheet', { file: fileName, sheet })}</p>;
  if (!encoding) return null;
  const separators: Record<string, string> = {
    ';': t('staff.separator.semicolon'),
    ',': t('staff.separator.comma'),
    '\t': t('staff.separator.tab'),
    '|': t('staff.separator.bar'),
  };
  const separator = separators[delimiter] ?? delimiter;
  return <p className="muted">{t('staff.import.read', { file: fileName, encoding, separator })}</p>;
}

function Steps({ details, actions }: ReadyProps) {
  const { t } = useText();
  const { file, steps, mine } = details;
  const open = file.faulty + file.doubts;
  if (!mine) return null;
  return (
    <div className="row">
      {steps.includes('apply') && file.sound > 0 && (
        <DialogForm
          look={open > 0 ? 'secondary' : 'primary'}
          label={t(open > 0 ? 'staff.import.applySound' : 'staff.import.applyAll', { count: file.sound })}
          title={t('staff.import.askApply', { count: file.sound })}
          submit={t('staff.import.apply')}
          send={() => actions.apply(true)}
        >
          <p>{t('staff.import.askApplyText')}</p>
          {open > 0 && <p>{t('staff.import.askApplyRest', { count: open })}</p>}
        </DialogForm>
      )}
      {open > 0 && <RestLink id={file.id} />}
      {steps.includes('discard') && (
        <ConfirmButton
          look="quiet"
          label={t('staff.import.discard')}
          title={t('staff.import.discardTitle')}
          confirm={t('staff.import.discard')}
          onConfirm={actions.discard}
        >
          <p>{t('staff.import.discardText')}</p>
        </ConfirmButton>
      )}
    </div>
  );
}

const outcomes = {
  create: { label: 'staff.outcome.create', tone: 'good' },
  update: { label: 'staff.outcome.update', tone: 'info' },
  unchanged: { label: 'staff.outcome.unchanged', tone: undefined },
  fault: { label: 'staff.outcome.fault', tone: 'bad' },
  doubt: { label: 'staff.outcome.doubt', tone: 'warn' },
  out: { label: 'staff.outcome.out', tone: undefined },
} as const;
const isOutcome = (value: string): value is keyof typeof outcomes => Object.hasOwn(outcomes, value);

function Preview({ rows }: { rows: Details['preview'] }) {
  const { t } = useText();
  const words = useWords();
  return (
    <DataTable
      caption={t('staff.import.previewCaption')}
      captionHidden
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { title: t('staff.import.line'), cell: ({ row }) => words.number(row) },
        { title: t('staff.import.field.givenName'), cell: ({ givenName }) => givenName },
        { title: t('staff.import.field.familyName'), cell: ({ familyName }) => familyName },
        { title: t('staff.import.field.email'), cell: ({ email }) => email },
        { title: t('staff.import.field.phone'), cell: ({ phone }) => phone },
        { title: t('staff.import.field.birthYear'), cell: ({ birthYear }) => birthYear },
        {
          title: t('staff.import.outcome'),
          cell: ({ outcome }) =>
            isOutcome(outcome) ? <Tag tone={outcomes[outcome].tone}>{t(outcomes[outcome].label)}</Tag> : outcome,
        },
      ]}
    />
  );
}

import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { Button, DataTable, Disclosure, Notice, Section, Tag } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { Figures } from '../shared/figures.js';
import { ImportColumns, type Mapping } from './import-columns.js';
import { ImportFaults } from './import-faults.js';
import type { Report } from './imports-data.js';

interface ReportProps {
  report: Report;
  recheck: (mapping: Mapping) => Promise<void>;
  apply: () => Promise<void>;
  again: () => void;
}

/** What was read in a file, everything that is wrong with it, and what applying it would do. */
export function ImportReport({ report, recheck, apply, again }: ReportProps) {
  const { t } = useText();
  const words = useWords();
  const { fileName, encoding, delimiter, rowCount, ok, faultCount } = report;
  return (
    <>
      <Notice
        tone={ok ? 'good' : 'bad'}
        title={t(ok ? 'staff.import.sound' : 'staff.import.faulty', { count: ok ? rowCount : faultCount })}
      >
        <p>{t(ok ? 'staff.import.soundText' : 'staff.import.faultyText')}</p>
      </Notice>
      <p className="muted">
        {t('staff.import.read', { file: fileName, encoding, separator: separatorOf(delimiter, t) })}
      </p>
      <Figures
        figures={[
          { value: rowCount, label: t('staff.import.rows') },
          { value: report.toCreate, label: t('staff.import.toCreate') },
          { value: report.toUpdate, label: t('staff.import.toUpdate') },
          { value: report.unchanged, label: t('staff.import.unchanged') },
          { value: faultCount, label: t('staff.import.faults'), tone: ok ? undefined : 'bad' },
        ]}
      />
      <ReportActions {...{ ok, apply, again, rows: words.number(rowCount) }} />
      {report.faults.length > 0 && <ImportFaults faults={report.faults} total={faultCount} fileName={fileName} />}
      <Section title={t('staff.import.columns')}>
        <ImportColumns key={columnsKey(report)} columns={report.columns} recheck={recheck} />
      </Section>
      {report.preview.length > 0 && (
        <Disclosure summary={t('staff.import.preview', { count: report.preview.length })} open={ok}>
          <Preview rows={report.preview} />
        </Disclosure>
      )}
    </>
  );
}

const columnsKey = ({ columns }: Report): string =>
  columns.map(({ header, field }) => `${header}=${field ?? ''}`).join();

function separatorOf(delimiter: string, t: ReturnType<typeof useText>['t']): string {
  if (delimiter === ';') return t('staff.separator.semicolon');
  if (delimiter === ',') return t('staff.separator.comma');
  if (delimiter === '\t') return t('staff.separator.tab');
  return delimiter === '|' ? t('staff.separator.bar') : delimiter;
}

function ReportActions({
  ok,
  apply,
  again,
  rows,
}: {
  ok: boolean;
  apply: () => Promise<void>;
  again: () => void;
  rows: string;
}) {
  const { t } = useText();
  return (
    <div className="row">
      {ok && (
        <DialogForm
          look="primary"
          label={t('staff.import.apply')}
          title={t('staff.import.applyTitle', { rows })}
          submit={t('staff.import.applyConfirm')}
          send={apply}
        >
          <p>{t('staff.import.applyText')}</p>
        </DialogForm>
      )}
      <Button look={ok ? 'quiet' : 'primary'} onClick={again}>
        {t(ok ? 'staff.import.another' : 'staff.import.sendFixed')}
      </Button>
    </div>
  );
}

const outcomes = {
  create: { label: 'staff.outcome.create', tone: 'good' },
  update: { label: 'staff.outcome.update', tone: 'info' },
  unchanged: { label: 'staff.outcome.unchanged', tone: undefined },
  fault: { label: 'staff.outcome.fault', tone: 'bad' },
} as const;
const isOutcome = (value: string): value is keyof typeof outcomes => Object.hasOwn(outcomes, value);

function Preview({ rows }: { rows: Report['preview'] }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t('staff.import.previewCaption')}
      captionHidden
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { title: t('staff.import.line'), cell: ({ row }) => row },
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

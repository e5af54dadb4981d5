import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, Button, DataTable, Failure, Notice, PageTitle, QueryState, Section } from '../../ui/index.js';
import { useStaffDates } from '../shared/staff-dates.js';
import { FilePicker } from './file-picker.js';
import { ImportReport } from './import-report.js';
import { apply, historyQuery, recheck, upload, type Applied, type Report } from './imports-data.js';
import type { TeachingNetwork } from './network-choices.js';

type Stage =
  | { at: 'choosing' }
  | { at: 'sending'; fileName: string; share: number }
  | { at: 'report'; report: Report; network: TeachingNetwork }
  | { at: 'done'; fileName: string; done: Extract<Applied, { __typename: 'ImportDone' }> };

/** Reads a list of volunteers from a file: check first, then all of it or nothing. */
export function ImportsPage() {
  const { t } = useText();
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const [error, setError] = useState<unknown>(null);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const show = (report: Report, network: TeachingNetwork): void => {
    setStage({ at: 'report', report, network });
    announce(
      report.ok
        ? t('staff.import.sound', { count: report.rowCount })
        : t('staff.import.faulty', { count: report.faultCount }),
    );
  };
  const send = (file: File, network: TeachingNetwork): Promise<void> =>
    attempt(async () => {
      const fileName = file.name;
      setStage({ at: 'sending', fileName, share: 0 });
      try {
        show(await upload(file, network, (share) => setStage({ at: 'sending', fileName, share })), network);
      } catch (caught) {
        setStage({ at: 'choosing' });
        throw caught;
      }
    });
  const mappingOf = (report: Report) => report.columns.map(({ header, field }) => ({ header, field }));
  const again = (): void => {
    setError(null);
    setStage({ at: 'choosing' });
  };

  return (
    <>
      <div className="stack tight">
        <PageTitle
          title={t('staff.nav.imports')}
          section={t('staff.area.coordinator')}
          step={stage.at === 'choosing' ? '' : stage.at}
        />
        <p className="lede">{t('staff.import.lede')}</p>
      </div>
      {error !== null && <Failure error={error} />}
      {stage.at === 'choosing' && <FilePicker send={send} />}
      {stage.at === 'sending' && <Sending {...stage} />}
      {stage.at === 'report' && (
        <ImportReport
          key={stage.report.fileId}
          report={stage.report}
          recheck={(mapping) =>
            attempt(async () => {
              const { report, network } = stage;
              show(await recheck({ fileId: report.fileId, network, mapping }), network);
            })
          }
          apply={() =>
            attempt(async () => {
              const { report, network } = stage;
              const applied = await apply({ fileId: report.fileId, network, mapping: mappingOf(report) });
              if (applied.__typename !== 'ImportDone') return show(applied, network);
              setStage({ at: 'done', fileName: report.fileName, done: applied });
              announce(t('staff.import.done'));
              await client.invalidateQueries({ queryKey: ['staff'] });
            })
          }
          again={again}
        />
      )}
      {stage.at === 'done' && (
        <Notice tone="good" title={t('staff.import.done')}>
          <p>{t('staff.import.numbers', { file: stage.fileName, ...numbersOf(stage.done) })}</p>
          <Button small look="secondary" onClick={again}>
            {t('staff.import.another')}
          </Button>
        </Notice>
      )}
      {stage.at !== 'report' && <History />}
    </>
  );
}

function numbersOf({ created, updated, unchanged }: { created: number; updated: number; unchanged: number }) {
  return { created, updated, unchanged };
}

function Sending({ fileName, share }: { fileName: string; share: number }) {
  const { t } = useText();
  const percent = Math.round(share * 100);
  return (
    <div className="card stack">
      <label className="stack tight">
        <span role="status">
          {percent < 100
            ? t('staff.import.sending', { file: fileName })
            : t('staff.import.checking', { file: fileName })}
        </span>
        <progress className="progress" max={100} value={percent < 100 ? percent : undefined} />
      </label>
    </div>
  );
}

function History() {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const words = useWords();
  const query = useQuery(historyQuery);
  return (
    <Section title={t('staff.import.history')}>
      <QueryState query={query} lines={3}>
        {(imports) =>
          imports.length === 0 ? (
            <p className="muted">{t('staff.import.noHistory')}</p>
          ) : (
            <DataTable
              caption={t('staff.import.history')}
              captionHidden
              rows={imports}
              rowKey={({ id }) => id}
              columns={[
                { title: t('staff.column.file'), cell: ({ fileName }) => fileName },
                { title: t('staff.field.network'), cell: ({ network }) => words.network(network) },
                { title: t('staff.column.when'), cell: ({ importedAt }) => shortMoment(importedAt) },
                { title: t('staff.import.rows'), number: true, cell: ({ rowCount }) => words.number(rowCount) },
                { title: t('staff.import.created'), number: true, cell: ({ created }) => words.number(created) },
                { title: t('staff.import.updated'), number: true, cell: ({ updated }) => words.number(updated) },
                { title: t('staff.import.unchanged'), number: true, cell: ({ unchanged }) => words.number(unchanged) },
              ]}
            />
          )
        }
      </QueryState>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { DataTable, Failure, PageTitle, QueryState, Section, Tag, type Tone } from '../../ui/index.js';
import { useStaffDates } from '../shared/staff-dates.js';
import { FilePicker } from './file-picker.js';
import { upload } from './import-upload.js';
import { historyQuery, type Status } from './imports-data.js';
import type { TeachingNetwork } from './network-choices.js';

/** Where a list is sent, and the lists that were: each has a page of its own, to which one can come back. */
export function ImportsPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const [sending, setSending] = useState<{ fileName: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  const send = async (file: File, network: TeachingNetwork): Promise<void> => {
    const fileName = file.name;
    setError(null);
    setSending({ fileName, share: 0 });
    try {
      const id = await upload(file, network, (share) => setSending({ fileName, share }));
      await navigate(`/coord/imports/${id}`);
    } catch (caught) {
      setError(caught);
      setSending(null);
    }
  };
  return (
    <>
      <div className="stack tight">
        <PageTitle title={t('staff.nav.imports')} section={t('staff.area.coordinator')} />
        <p className="lede">{t('staff.import.lede')}</p>
      </div>
      {error !== null && <Failure error={error} />}
      {sending ? <Sending {...sending} /> : <FilePicker send={send} />}
      <History />
    </>
  );
}

function Sending({ fileName, share }: { fileName: string; share: number }) {
  const { t } = useText();
  return (
    <div className="card stack">
      <label className="stack tight">
        <span role="status">{t('staff.import.sending', { file: fileName })}</span>
        <progress className="progress" max={100} value={Math.round(share * 100)} />
      </label>
    </div>
  );
}

const tones: Partial<Record<Status, Tone>> = {
  ready: 'info',
  applying: 'info',
  reading: 'info',
  applied: 'good',
  stopped: 'warn',
  failed: 'bad',
};

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
                {
                  title: t('staff.column.file'),
                  cell: ({ id, fileName }) => (
                    <Link to={`/coord/imports/${id}`} aria-label={t('staff.import.open', { file: fileName })}>
                      {fileName}
                    </Link>
                  ),
                },
                {
                  title: t('staff.field.status'),
                  cell: ({ status }) => <Tag tone={tones[status]}>{t(`staff.import.status.${status}`)}</Tag>,
                },
                { title: t('staff.field.network'), cell: ({ network }) => words.network(network) },
                { title: t('staff.column.when'), cell: ({ importedAt }) => shortMoment(importedAt) },
                { title: t('staff.import.rows'), number: true, cell: ({ rowCount }) => words.number(rowCount) },
                { title: t('staff.import.created'), number: true, cell: ({ created }) => words.number(created) },
                { title: t('staff.import.updated'), number: true, cell: ({ updated }) => words.number(updated) },
              ]}
            />
          )
        }
      </QueryState>
    </Section>
  );
}

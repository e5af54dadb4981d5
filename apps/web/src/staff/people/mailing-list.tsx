import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.js';
import { announce, Button, DataTable, Empty, QueryState, Tag } from '../../ui/index.js';
import { NetworkTags } from '../shared/network-tags.js';
import { useStaffDates } from '../shared/staff-dates.js';
import { loadMailings, stopMailing, type Mailing } from './mailing-data.js';

const KEY = ['staff', 'mailings'];
const WATCH_MS = 3_000;

/** Mails to many that were confirmed, with how far they are; read again while one is under way. */
export function MailingList() {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: loadMailings,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? WATCH_MS : false),
  });
  const stop = async (id: string): Promise<void> => {
    await stopMailing(id);
    announce(t('people.mail.stopped'));
    await client.invalidateQueries({ queryKey: KEY });
  };
  return (
    <QueryState query={query}>
      {(mailings) =>
        mailings.length === 0 ? (
          <Empty title={t('people.mail.none')} />
        ) : (
          <DataTable
            caption={t('people.mail.sentTitle')}
            captionHidden
            rows={mailings}
            rowKey={({ id }) => id}
            columns={[
              { title: t('people.mail.subject'), cell: ({ subject }) => subject },
              { title: t('people.column.networks'), cell: ({ network }) => <NetworkTags networks={[network]} /> },
              { title: t('people.mail.column.date'), cell: ({ createdAt }) => shortMoment(createdAt) },
              {
                title: t('people.mail.column.progress'),
                cell: ({ sent, recipients, failed }) => (
                  <>
                    {t('people.mail.progress', { sent, recipients })}
                    {failed > 0 && <> · {t('people.mail.failed', { count: failed })}</>}
                  </>
                ),
              },
              {
                title: t('people.mail.column.status'),
                cell: ({ id, status }) => (
                  <span className="row tight">
                    <Tag tone={status === 'sent' ? 'good' : status === 'stopped' ? 'warn' : 'info'}>
                      {t(`people.mail.status.${status}`)}
                    </Tag>
                    {status === 'sending' && (
                      <Button small look="quiet" onClick={() => void stop(id)}>
                        {t('people.mail.stop')}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </QueryState>
  );
}

/** Handed over is not yet delivered: the outbox may still be at work. */
function isUnderWay({ status, sent, failed, handed }: Mailing): boolean {
  return status === 'sending' || sent + failed < handed;
}

import { useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { useIntl } from 'react-intl';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { announce, ButtonLink, Empty, PageTitle, Tag } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { FilterBar, SearchField, useFilters } from '../shared/filters.js';
import { PagedTable, usePages } from '../shared/paged-table.js';
import { useStaffDates } from '../shared/staff-dates.js';

const MailsDocument = graphql(`
  query Mails($status: MailStatus, $text: String, $after: String) {
    mails(status: $status, text: $text, after: $after) {
      total
      nodes {
        id
        kind
        to
        status
        subject
        createdAt
        notBefore
        sentAt
        attempts
        lastError
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
type Mail = ResultOf<typeof MailsDocument>['mails']['nodes'][number];

const ResendDocument = graphql(`
  mutation ResendMail($id: ID!) {
    resendMail(id: $id) {
      id
      status
    }
  }
`);

const statuses = ['queued', 'sent', 'failed', 'skipped'] as const;
const statusOf = (value: string): Mail['status'] | null => statuses.find((known) => known === value) ?? null;
const tones = { queued: 'info', sent: 'good', failed: 'bad', skipped: undefined } as const;

/** Every mail that was written, with what became of it. */
export function MailsPage() {
  const { t } = useText();
  const [filters, change] = useFilters('statut', 'texte');
  const status = statusOf(filters.statut);
  const wanted = { status, text: filters.texte || null };
  const list = usePages(
    ['staff', 'mails', wanted],
    async (after) => (await execute(MailsDocument, { ...wanted, after })).mails,
  );
  return (
    <>
      <PageTitle title={t('staff.nav.mails')} section={t('staff.area.admin')} />
      <FilterBar label={t('staff.mails.filter')}>
        <SearchField label={t('staff.mails.search')} value={filters.texte} onSearch={(texte) => change({ texte })} />
        <div className="chips" role="group" aria-label={t('staff.field.status')}>
          <button type="button" className="chip" aria-pressed={status === null} onClick={() => change({ statut: '' })}>
            {t('staff.filter.all')}
          </button>
          {statuses.map((known) => (
            <button
              key={known}
              type="button"
              className="chip"
              aria-pressed={status === known}
              onClick={() => change({ statut: known })}
            >
              {t(`staff.mail.${known}`)}
            </button>
          ))}
        </div>
      </FilterBar>
      <MailTable list={list} />
    </>
  );
}

function MailTable({ list }: { list: ReturnType<typeof usePages<Mail>> }) {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const kindName = useKindName();
  return (
    <PagedTable
      list={list}
      caption={t('staff.nav.mails')}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('staff.column.mail'),
          cell: ({ subject, kind }) => (
            <>
              {subject ?? kindName(kind)}
              {subject && (
                <>
                  <br />
                  <span className="small muted">{kindName(kind)}</span>
                </>
              )}
            </>
          ),
        },
        { title: t('staff.column.to'), cell: ({ to }) => to },
        { title: t('staff.column.state'), cell: (mail) => <State mail={mail} /> },
        { title: t('staff.column.written'), cell: ({ createdAt }) => shortMoment(createdAt) },
        {
          title: t('staff.column.action'),
          cell: (mail) => (mail.status === 'queued' ? t('staff.value.none') : <Resend mail={mail} />),
        },
      ]}
      empty={
        <Empty title={t('staff.mails.none')}>
          <ButtonLink look="secondary" to="/admin/mails">
            {t('staff.filter.clear')}
          </ButtonLink>
        </Empty>
      }
    />
  );
}

function State({ mail: { status, sentAt, notBefore, createdAt, attempts, lastError } }: { mail: Mail }) {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  return (
    <span className="stack tight">
      <span>
        <Tag tone={tones[status]}>{t(`staff.mail.${status}`)}</Tag>
      </span>
      {sentAt && <span className="small">{shortMoment(sentAt)}</span>}
      {status === 'queued' && notBefore > createdAt && (
        <span className="small">{t('staff.mails.notBefore', { moment: shortMoment(notBefore) })}</span>
      )}
      {attempts > 1 && <span className="small">{t('staff.mails.attempts', { count: attempts })}</span>}
      {lastError && <span className="small mail-error">{lastError}</span>}
    </span>
  );
}

/** What a mail is about; a kind newer than the page shows its code. */
function useKindName(): (kind: string) => string {
  const { messages, formatMessage } = useIntl();
  return (kind) => {
    const id = `staff.mailKind.${kind}`;
    return id in messages ? formatMessage({ id }) : kind;
  };
}

function Resend({ mail }: { mail: Mail }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <DialogForm
      small
      look="quiet"
      label={t('staff.mails.resend')}
      title={t('staff.mails.resendTitle', { to: mail.to })}
      submit={t('staff.mails.resend')}
      send={async () => {
        await execute(ResendDocument, { id: mail.id });
        announce(t('staff.mails.resent', { to: mail.to }));
        await client.invalidateQueries({ queryKey: ['staff', 'mails'] });
      }}
    >
      <p>{t(mail.status === 'sent' ? 'staff.mails.resendSent' : 'staff.mails.resendText')}</p>
    </DialogForm>
  );
}

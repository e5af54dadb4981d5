import { useQueryClient } from '@tanstack/react-query';
import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { ApiError } from '../../api/errors.js';
import { graphql } from '../../api/graphql.js';
import { MoreMessages } from '../../i18n/provider.js';
import { useText } from '../../i18n/text.js';
import { inGroups, useDuration } from '../../recognition/duration.js';
import {
  announce,
  ButtonLink,
  ChoiceGroup,
  ConfirmButton,
  Empty,
  PageTitle,
  Tag,
  TextArea,
  textIn,
} from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { FilterBar, SearchField, useFilters } from '../shared/filters.js';
import { PagedTable, usePages } from '../shared/paged-table.js';
import { useStaffDates } from '../shared/staff-dates.js';

const CertificatesDocument = graphql(`
  query Certificates($text: String, $revoked: Boolean, $after: String) {
    certificates(text: $text, revoked: $revoked, after: $after) {
      total
      nodes {
        id
        code
        displayName
        courseTitle
        courseLocale
        minutes
        issuedAt
        revokedAt
        revocation
        revocationNote
        canReissue
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
type Certificate = ResultOf<typeof CertificatesDocument>['certificates']['nodes'][number];

const RevokeDocument = graphql(`
  mutation RevokeCertificate($id: ID!, $reason: RevocationReasonByHand!, $note: String!) {
    revokeCertificate(id: $id, reason: $reason, note: $note) {
      __typename
      ... on CertificateRefused {
        message
      }
    }
  }
`);
type Reason = VariablesOf<typeof RevokeDocument>['reason'];

const ReissueDocument = graphql(`
  mutation ReissueCertificate($id: ID!) {
    reissueCertificate(id: $id) {
      __typename
      ... on CertificateRefused {
        message
      }
    }
  }
`);

const states = { valables: false, retirees: true } as const;
const reasons = ['issued_in_error', 'not_hers', 'other'] as const satisfies readonly Reason[];
const reasonIn = (data: FormData): Reason => reasons.find((known) => known === data.get('reason')) ?? 'other';

/** Certificates of the courses that one coordinates, to look one up or to take it back. */
export function CertificatesPage() {
  return (
    <MoreMessages area="web-recognition">
      <MoreMessages area="web-certificates">
        <Page />
      </MoreMessages>
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const [filters, change] = useFilters('etat', 'texte');
  const revoked = filters.etat === 'valables' || filters.etat === 'retirees' ? states[filters.etat] : null;
  const wanted = { revoked, text: filters.texte || null };
  const list = usePages(
    ['staff', 'certificates', wanted],
    async (after) => (await execute(CertificatesDocument, { ...wanted, after })).certificates,
  );
  return (
    <>
      <PageTitle title={t('coordcert.title')} section={t('staff.area.coordinator')} />
      <p className="lede">{t('coordcert.lede')}</p>
      <FilterBar label={t('coordcert.filter')}>
        <SearchField
          label={t('coordcert.search')}
          hint={t('coordcert.searchHint')}
          value={filters.texte}
          onSearch={(texte) => change({ texte })}
        />
        <div className="chips" role="group" aria-label={t('recog.column.state')}>
          {(['', 'valables', 'retirees'] as const).map((etat) => (
            <button
              key={etat}
              type="button"
              className="chip"
              aria-pressed={filters.etat === etat}
              onClick={() => change({ etat })}
            >
              {t(etat === '' ? 'coordcert.all' : etat === 'valables' ? 'coordcert.valid' : 'coordcert.revoked')}
            </button>
          ))}
        </div>
      </FilterBar>
      <Table list={list} />
    </>
  );
}

function Table({ list }: { list: ReturnType<typeof usePages<Certificate>> }) {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const duration = useDuration();
  return (
    <PagedTable
      list={list}
      caption={t('coordcert.title')}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('coordcert.person'),
          cell: ({ displayName, code }) => (
            <>
              {displayName ?? <span className="muted">{t('coordcert.erased')}</span>}
              <br />
              <code className="small">{inGroups(code)}</code>
            </>
          ),
        },
        {
          title: t('recog.column.training'),
          cell: ({ courseTitle, courseLocale }) => <span lang={courseLocale}>{courseTitle}</span>,
        },
        {
          title: t('recog.column.time'),
          number: true,
          cell: ({ minutes }) => <span className="nowrap">{duration(minutes)}</span>,
        },
        { title: t('recog.issued'), cell: ({ issuedAt }) => shortMoment(issuedAt) },
        { title: t('recog.column.state'), cell: (certificate) => <State certificate={certificate} /> },
        { title: t('coordcert.action'), cell: (certificate) => <Action certificate={certificate} /> },
      ]}
      empty={
        <Empty title={t('coordcert.none')}>
          <ButtonLink look="secondary" to="/coord/attestations">
            {t('coordcert.clear')}
          </ButtonLink>
        </Empty>
      }
    />
  );
}

function State({ certificate: { revokedAt, revocation, revocationNote } }: { certificate: Certificate }) {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  if (!revokedAt) return <Tag tone="good">{t('recog.valid')}</Tag>;
  return (
    <span className="stack tight">
      <span>
        <Tag tone="bad">{t('recog.revoked')}</Tag>
      </span>
      <span className="small">{shortMoment(revokedAt)}</span>
      <span className="small">{revocation}</span>
      {revocationNote && <span className="small muted">{revocationNote}</span>}
    </span>
  );
}

function Action({ certificate: { id, displayName, code, revokedAt, canReissue } }: { certificate: Certificate }) {
  const { t } = useText();
  const client = useQueryClient();
  const name = displayName ?? inGroups(code);
  const told = async (done: { __typename: string; message?: string }, words: string): Promise<void> => {
    if (done.message !== undefined) throw new ApiError('CONFLICT', done.message);
    announce(words);
    await client.invalidateQueries({ queryKey: ['staff', 'certificates'] });
  };
  if (revokedAt)
    return canReissue ? (
      <ConfirmButton
        small
        look="quiet"
        label={t('coordcert.reissue')}
        title={t('coordcert.reissueTitle', { name })}
        confirm={t('coordcert.reissue')}
        onConfirm={async () =>
          told((await execute(ReissueDocument, { id })).reissueCertificate, t('coordcert.reissued'))
        }
      >
        <p>{t('coordcert.reissueText')}</p>
      </ConfirmButton>
    ) : (
      '–'
    );
  return (
    <DialogForm
      small
      look="quiet"
      label={t('coordcert.revoke')}
      title={t('coordcert.revokeTitle', { name })}
      submit={t('coordcert.submit')}
      check={(data): Record<string, string> =>
        textIn(data, 'note').length < 5 ? { note: t('coordcert.noteMissing') } : {}
      }
      send={async (data) => {
        const note = textIn(data, 'note');
        const done = await execute(RevokeDocument, { id, note, reason: reasonIn(data) });
        await told(done.revokeCertificate, t('coordcert.done'));
      }}
    >
      <p>{t('coordcert.revokeText')}</p>
      <ChoiceGroup
        name="reason"
        kind="radio"
        label={t('coordcert.reason')}
        hint={t('coordcert.reasonHint')}
        chosen={['issued_in_error']}
        choices={reasons.map((value) => ({ value, label: t(`coordcert.reason.${value}`) }))}
      />
      <TextArea name="note" label={t('coordcert.note')} hint={t('coordcert.noteHint')} rows={3} maxLength={500} />
    </DialogForm>
  );
}

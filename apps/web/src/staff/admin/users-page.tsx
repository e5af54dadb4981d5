import { useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, ButtonLink, ConfirmButton, Empty, PageTitle, SelectField, Tag } from '../../ui/index.js';
import { FilterBar, SearchField, useFilters } from '../shared/filters.js';
import { PagedTable, usePages } from '../shared/paged-table.js';
import { useStaffDates } from '../shared/staff-dates.js';
import { GrantDialog } from './grant-dialog.js';
import { ResetFactor } from './reset-factor.js';
import { roleNames, roleOf, roles } from './roles.js';

const AccountsDocument = graphql(`
  query Accounts($text: String, $role: Role, $after: String) {
    accounts(text: $text, role: $role, after: $after) {
      total
      nodes {
        id
        email
        displayName
        createdAt
        lastSeenAt
        disabled
        hasSecondFactor
        roles {
          id
          role
          network
          arrondissement
          expiresAt
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
type Account = ResultOf<typeof AccountsDocument>['accounts']['nodes'][number];
type Grant = Account['roles'][number];

const RevokeDocument = graphql(`
  mutation RevokeRole($grantId: ID!) {
    revokeRole(grantId: $grantId) {
      id
    }
  }
`);

/** Everybody who may sign in, with their roles. */
export function UsersPage() {
  const { t } = useText();
  const { shortDate } = useStaffDates();
  const [filters, change] = useFilters('texte', 'role');
  const wanted = { text: filters.texte || null, role: roleOf(filters.role) };
  const list = usePages(
    ['staff', 'accounts', wanted],
    async (after) => (await execute(AccountsDocument, { ...wanted, after })).accounts,
  );
  return (
    <>
      <div className="row apart">
        <PageTitle title={t('staff.nav.users')} section={t('staff.area.admin')} />
        <GrantDialog email="" />
      </div>
      <FilterBar label={t('staff.users.filter')}>
        <SearchField label={t('staff.users.search')} value={filters.texte} onSearch={(texte) => change({ texte })} />
        <SelectField
          name="role"
          label={t('staff.field.role')}
          optional
          value={filters.role}
          choices={[
            { value: '', label: t('staff.filter.all') },
            ...roles.map((role) => ({ value: role, label: t(roleNames[role]) })),
          ]}
          onChange={({ currentTarget }) => change({ role: currentTarget.value })}
        />
      </FilterBar>
      <PagedTable
        list={list}
        caption={t('staff.nav.users')}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t('staff.column.account'),
            cell: ({ email, displayName, disabled, hasSecondFactor }) => (
              <>
                {email}
                {displayName && (
                  <>
                    <br />
                    <span className="small muted">{displayName}</span>
                  </>
                )}
                {disabled && <Tag tone="bad">{t('staff.users.disabled')}</Tag>}
                {hasSecondFactor && ' '}
                {hasSecondFactor && <Tag tone="good">{t('staff.users.protected')}</Tag>}
              </>
            ),
          },
          { title: t('staff.column.roles'), cell: (account) => <Roles account={account} /> },
          {
            title: t('staff.column.lastSeen'),
            cell: ({ lastSeenAt }) => (lastSeenAt ? shortDate(lastSeenAt) : t('staff.users.never')),
          },
          { title: t('staff.column.action'), cell: (account) => <Actions account={account} /> },
        ]}
        empty={
          <Empty title={t('staff.users.noMatch')}>
            <ButtonLink look="secondary" to="/admin/utilisateurs">
              {t('staff.filter.clear')}
            </ButtonLink>
          </Empty>
        }
      />
    </>
  );
}

/** Roles are given to addresses; nobody takes away her own second factor. */
function Actions({ account }: { account: Account }) {
  const { data: viewer } = useViewer();
  const { id, email, displayName, hasSecondFactor } = account;
  return (
    <div className="row">
      {email && <GrantDialog email={email} />}
      {hasSecondFactor && viewer?.accountId !== id && <ResetFactor accountId={id} name={email ?? displayName ?? ''} />}
    </div>
  );
}

function Roles({ account }: { account: Account }) {
  const { t } = useText();
  if (account.roles.length === 0) return t('staff.users.noRole');
  return (
    <ul role="list" className="grants">
      {account.roles.map((grant) => (
        <li key={grant.id}>
          <GrantLine grant={grant} email={account.email ?? account.displayName ?? ''} />
        </li>
      ))}
    </ul>
  );
}

/** The end of a role is not part of it: one that ends at midnight was last held the day before. */
function lastMoment(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}

function GrantLine({ grant, email }: { grant: Grant; email: string }) {
  const { t } = useText();
  const { shortDate } = useStaffDates();
  const words = useWords();
  const client = useQueryClient();
  const role = t(roleNames[grant.role]);
  const scope = [
    grant.network && words.network(grant.network),
    grant.arrondissement && words.arrondissement(grant.arrondissement),
    grant.expiresAt && t('staff.users.until', { date: shortDate(lastMoment(grant.expiresAt)) }),
  ].filter(Boolean);
  return (
    <>
      <span>
        <strong>{role}</strong>
        {scope.length > 0 && <span className="small muted"> – {scope.join(', ')}</span>}
      </span>
      <ConfirmButton
        small
        look="quiet"
        label={t('staff.users.revoke')}
        title={t('staff.users.revokeTitle', { role, email })}
        confirm={t('staff.users.revokeConfirm')}
        onConfirm={async () => {
          await execute(RevokeDocument, { grantId: grant.id });
          announce(t('staff.users.revoked', { role, email }));
          await client.invalidateQueries({ queryKey: ['staff', 'accounts'] });
        }}
      >
        <p>{t('staff.users.revokeText')}</p>
      </ConfirmButton>
    </>
  );
}

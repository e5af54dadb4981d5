import type { PersonalData } from './personal-table.js';
import { secondFactorTables } from './second-factor.personal.js';

const OF_ACCOUNT = 'account_id = $2::uuid';

/** What the platform itself knows about people: who signs in, what was sent, what was done. */
export const platformPersonal: PersonalData = {
  tables: [
    {
      table: 'account',
      title: 'privacy.table.account',
      belongsTo: 'id = $2::uuid',
      export: {},
      erasure: { do: 'delete' },
      retention: [
        { with: 'person' },
        {
          after: { setting: 'contact' },
          since: 'greatest(created_at, (select max(s.last_seen_at) from sign_in s where s.account_id = account.id))',
          where: `not exists (select 1 from volunteer v where v.account_id = account.id)
            and not exists (select 1 from role_grant g where g.account_id = account.id and g.revoked_at is null)`,
          do: 'erase-person',
          because: 'no-contact',
        },
      ],
      merge: { do: 'custom', by: 'accounts' },
      anonymise: {
        set: { email: `case when email is not null then 'compte-' || id || '@exemple.org' end` },
        plain: ['locale'],
      },
    },
    {
      table: 'sign_in',
      title: 'privacy.table.sign_in',
      belongsTo: OF_ACCOUNT,
      export: { withheld: { token_hash: 'secret' } },
      erasure: { do: 'delete' },
      retention: [
        {
          after: { days: 30 },
          since: 'least(expires_at, revoked_at)',
          // The latest stays: it tells when the person was last here.
          where: `exists (select 1 from sign_in later where later.account_id = sign_in.account_id
                   and later.created_at > sign_in.created_at)`,
          do: 'delete',
          because: 'need-over',
        },
      ],
      merge: { do: 'custom', by: 'accounts' },
      anonymise: 'empty',
    },
    {
      table: 'card',
      title: 'privacy.table.card',
      belongsTo: OF_ACCOUNT,
      mentions: [{ column: 'issued_by', is: 'account' }],
      export: { withheld: { code_hash: 'secret', issued_by: 'about-others' } },
      erasure: { do: 'delete' },
      retention: [
        { with: 'person' },
        { after: { days: 365 }, since: 'revoked_at', do: 'delete', because: 'need-over' },
      ],
      merge: { do: 'custom', by: 'accounts' },
      anonymise: 'empty',
    },
    {
      table: 'notice',
      title: 'privacy.table.notice',
      belongsTo: 'volunteer_id = $1::uuid',
      mentions: [{ column: 'told_by', is: 'account' }],
      export: { withheld: { params: 'technical', told_by: 'about-others' } },
      erasure: { do: 'delete' },
      retention: [{ after: { days: 90 }, since: 'created_at', do: 'delete', because: 'need-over' }],
      merge: { do: 'move', volunteer: 'volunteer_id' },
      anonymise: 'empty',
    },
    {
      table: 'sign_in_code',
      title: 'privacy.table.sign_in_code',
      belongsTo: 'email = any($3::citext[])',
      export: { withheld: { code_hash: 'secret' } },
      erasure: { do: 'delete' },
      retention: [{ after: { days: 1 }, since: 'created_at', do: 'delete', because: 'need-over' }],
      merge: { do: 'leave', why: 'it lasts ten minutes and belongs to an address, not to a profile' },
      anonymise: 'empty',
    },
    {
      table: 'one_time_link',
      title: 'privacy.table.one_time_link',
      belongsTo: OF_ACCOUNT,
      export: { withheld: { token_hash: 'secret' } },
      erasure: { do: 'delete' },
      retention: [{ after: { days: 1 }, since: 'expires_at', do: 'delete', because: 'need-over' }],
      merge: { do: 'custom', by: 'accounts' },
      anonymise: 'empty',
    },
    {
      table: 'role_grant',
      title: 'privacy.table.role_grant',
      belongsTo: OF_ACCOUNT,
      mentions: [{ column: 'granted_by', is: 'account' }],
      export: { withheld: { granted_by: 'about-others' } },
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'custom', by: 'accounts' },
      anonymise: { set: {}, plain: ['role', 'network'] },
    },
    ...secondFactorTables,
    {
      table: 'mail',
      title: 'privacy.table.mail',
      belongsTo: 'volunteer_id = $1::uuid or to_address = any($3::citext[])',
      export: { withheld: { params: 'technical', dedupe_key: 'technical', last_error: 'technical' } },
      erasure: { do: 'delete' },
      retention: [
        // What waits to leave still needs its address.
        {
          after: { days: 30 },
          since: 'created_at',
          where: `volunteer_id is null and status <> 'queued'`,
          do: 'delete',
          because: 'need-over',
        },
        { after: { setting: 'journal' }, since: 'created_at', do: 'delete', because: 'need-over' },
      ],
      merge: { do: 'move', volunteer: 'volunteer_id' },
      anonymise: 'empty',
    },
    {
      table: 'audit_entry',
      title: 'privacy.table.audit_entry',
      belongsTo: 'volunteer_id = $1::uuid or actor_account_id = $2::uuid',
      export: { withheld: { actor_account_id: 'about-others' } },
      erasure: { do: 'step', step: 'journal', because: 'security' },
      retention: [
        { after: { setting: 'journal' }, since: 'at', through: 'forget_journal', do: 'delete', because: 'security' },
      ],
      merge: { do: 'custom', by: 'journal' },
      anonymise: 'empty',
    },
    {
      table: 'pending_erasure',
      title: 'privacy.table.pending_erasure',
      belongsTo: 'volunteer_id = $1::uuid or account_id = $2::uuid',
      export: { withheld: { code_hash: 'secret', attempts_left: 'technical' } },
      erasure: { do: 'delete' },
      retention: [
        {
          after: { days: 1 },
          since: 'asked_at',
          where: 'confirmed_at is null',
          do: 'delete',
          because: 'need-over',
        },
        { with: 'person' },
      ],
      merge: { do: 'leave', why: 'who asks to be erased asks it for one account' },
      anonymise: 'empty',
    },
    {
      table: 'erasure',
      title: 'privacy.table.erasure',
      // Only who holds the id can tell whose a row is, and the id is gone.
      belongsTo: 'volunteer_pseudonym = pseudonym_of($1::uuid) or account_pseudonym = pseudonym_of($2::uuid)',
      export: {},
      erasure: { do: 'keep', because: 'erasure-proof' },
      retention: [{ after: { setting: 'journal' }, since: 'done_at', do: 'delete', because: 'erasure-proof' }],
      merge: { do: 'leave', why: 'it is about people who are gone' },
      anonymise: 'empty',
    },
  ],
  impersonal: {
    setting: 'facts about this installation',
    retention_run: 'how many rows a rule touched',
  },
  lastContact: [
    '(select max(s.last_seen_at) from sign_in s where s.account_id = volunteer.account_id)',
    '(select a.created_at from account a where a.id = volunteer.account_id)',
  ],
};

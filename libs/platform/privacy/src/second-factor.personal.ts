import type { MergeRule, PersonalTable } from './personal-table.js';

const OF_ACCOUNT = 'account_id = $2::uuid';

const leave: MergeRule = { do: 'leave', why: 'a factor protects one account, and goes with it' };

/** Second factors: they protect an account, tell little about its holder, and go with it. */
export const secondFactorTables: readonly PersonalTable[] = [
  {
    table: 'totp_factor',
    title: 'privacy.table.totp_factor',
    belongsTo: OF_ACCOUNT,
    export: { withheld: { sealed_secret: 'secret', last_step: 'technical' } },
    erasure: { do: 'delete' },
    retention: [
      { with: 'person' },
      { after: { days: 1 }, since: 'created_at', where: 'confirmed_at is null', do: 'delete', because: 'need-over' },
    ],
    merge: leave,
    anonymise: 'empty',
  },
  {
    table: 'passkey',
    title: 'privacy.table.passkey',
    belongsTo: OF_ACCOUNT,
    export: { withheld: { credential_id: 'technical', public_key: 'technical', counter: 'technical' } },
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: leave,
    anonymise: 'empty',
  },
  {
    table: 'passkey_challenge',
    title: 'privacy.table.passkey_challenge',
    belongsTo: OF_ACCOUNT,
    export: { withheld: { challenge: 'secret' } },
    erasure: { do: 'delete' },
    retention: [{ after: { days: 1 }, since: 'expires_at', do: 'delete', because: 'need-over' }],
    merge: leave,
    anonymise: 'empty',
  },
  {
    table: 'recovery_code',
    title: 'privacy.table.recovery_code',
    belongsTo: OF_ACCOUNT,
    export: { withheld: { code_hash: 'secret' } },
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: leave,
    anonymise: 'empty',
  },
  {
    table: 'factor_tries',
    title: 'privacy.table.factor_tries',
    belongsTo: OF_ACCOUNT,
    export: {},
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: leave,
    anonymise: 'empty',
  },
];

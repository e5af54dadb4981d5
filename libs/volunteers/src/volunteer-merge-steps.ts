import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { ErasureSteps } from '#platform/privacy';
import { LivedExperienceService } from './lived-experience.service.js';
import { type MergeClash, type MergePair, MergeSteps } from './merge-steps.js';

// Of two consents to the same the newer one stays in force; the other one ends, and stays as proof.
const END_OLDER = `
  update consent c set withdrawn_at = greatest($3::timestamptz, c.given_at)
   where c.volunteer_id in ($1::uuid, $2::uuid) and c.withdrawn_at is null and exists (
     select 1 from consent o
      where o.volunteer_id in ($1::uuid, $2::uuid) and o.volunteer_id <> c.volunteer_id and o.purpose = c.purpose
        and o.withdrawn_at is null and (o.given_at, o.id) > (c.given_at, c.id))`;

const BOTH_AGREED = `
  select distinct c.purpose as about from consent c join consent o on o.purpose = c.purpose and o.withdrawn_at is null
   where c.volunteer_id = $1 and o.volunteer_id = $2 and c.withdrawn_at is null order by 1`;

// What is known of the pair itself goes; other pairs of the one that goes become pairs of the one that stays.
const FOLLOW_PAIRS = `
  with gone as (
    delete from duplicate_pair where $1 in (low_id, high_id)
    returning case when low_id = $1 then high_id else low_id end as other, score, reasons, found_at, different_since, decided_by)
  insert into duplicate_pair (low_id, high_id, score, reasons, found_at, different_since, decided_by)
  select least(other, $2), greatest(other, $2), score, reasons, found_at, different_since, decided_by
    from gone where other <> $2
  on conflict (low_id, high_id) do update set different_since = coalesce(duplicate_pair.different_since, excluded.different_since)`;

// A backup from before the merge still has the old profile: erased from it too, when it is restored.
const ERASED_TOO = `
  insert into erasure (volunteer_pseudonym, cause, done_at)
  select pseudonym_of(m.old_id), 'asked', $2 from merged_profile m
   where m.volunteer_id = $1
     and not exists (select 1 from erasure e where e.volunteer_pseudonym = pseudonym_of(m.old_id))`;

/** How what volunteers and the platform keep about people becomes one person's. */
@Injectable()
export class VolunteerMergeSteps implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly steps: MergeSteps,
    private readonly livedExperience: LivedExperienceService,
    private readonly erasing: ErasureSteps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.erasing.beforeErasure(
      async ({ volunteerId }) => void (await this.db.query(ERASED_TOO, [volunteerId, this.clock.now()])),
    );
    this.steps.register('consents', {
      run: (pair) => this.consents(pair),
      clashes: async ({ keptId, goneId }) =>
        (await this.db.query<{ about: string }>(BOTH_AGREED, [keptId, goneId])).map(({ about }) => ({
          kind: 'consent',
          about,
        })),
    });
    this.steps.register('pairs', {
      run: async ({ keptId, goneId }) => void (await this.db.query(FOLLOW_PAIRS, [goneId, keptId])),
    });
    this.steps.register('lived-experience', {
      run: async ({ keptId, goneId }) => void (await this.livedExperience.follow(goneId, keptId)),
    });
    // The profile itself is written by the merge, from what somebody chose.
    this.steps.register('profile', { run: () => Promise.resolve() });
    this.steps.register('journal', { run: (pair) => this.journal(pair) });
    this.steps.register('accounts', {
      run: (pair) => this.accounts(pair),
      clashes: (pair) => this.accountClashes(pair),
    });
  }

  private async consents({ keptId, goneId }: MergePair): Promise<void> {
    await this.db.query(END_OLDER, [keptId, goneId, this.clock.now()]);
    await this.db.query('update consent set volunteer_id = $1 where volunteer_id = $2', [keptId, goneId]);
  }

  private async journal({ keptId, goneId, keptAccountId, goneAccountId }: MergePair): Promise<void> {
    await this.db.query('select merge_in_journal($1, $2, $3, $4)', [goneId, keptId, goneAccountId, keptAccountId]);
  }

  /** One account stays: that of the profile that stays, if it has one. Cards go on working; what else signed in ends. */
  private async accounts({ keptId, goneId, keptAccountId, goneAccountId }: MergePair): Promise<void> {
    if (goneAccountId === null) return;
    await this.db.query('update volunteer set account_id = null where id = $1', [goneId]);
    if (keptAccountId === null) {
      await this.db.query('update volunteer set account_id = $2 where id = $1', [keptId, goneAccountId]);
      return;
    }
    const now = this.clock.now();
    await this.db.query(
      `update card c set revoked_at = greatest($3::timestamptz, c.issued_at)
        where c.account_id = $2 and c.revoked_at is null
          and exists (select 1 from card k where k.account_id = $1 and k.revoked_at is null)`,
      [keptAccountId, goneAccountId, now],
    );
    await this.db.query('update card set account_id = $1 where account_id = $2', [keptAccountId, goneAccountId]);
    const [gone] = await this.db.query<{ email: string | null }>(
      'delete from account where id = $1 returning email::text as email',
      [goneAccountId],
    );
    if (gone?.email)
      await this.db.query(
        'update account set email = $2, confirmed_at = coalesce(confirmed_at, $3) where id = $1 and email is null',
        [keptAccountId, gone.email, now],
      );
  }

  private async accountClashes({ keptAccountId, goneAccountId }: MergePair): Promise<MergeClash[]> {
    if (keptAccountId === null || goneAccountId === null) return [];
    const [both] = await this.db.query<{ cards: boolean; addresses: boolean }>(
      `select bool_and(c.id is not null) as cards, bool_and(a.email is not null) as addresses
         from account a left join card c on c.account_id = a.id and c.revoked_at is null
        where a.id in ($1::uuid, $2::uuid)`,
      [keptAccountId, goneAccountId],
    );
    return [
      ...(both?.addresses ? [{ kind: 'account' as const, about: '' }] : []),
      ...(both?.cards ? [{ kind: 'card' as const, about: '' }] : []),
    ];
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import {
  type FieldValues,
  MERGE_LISTS,
  type MergeChoice,
  mergedValues,
  type MergeField,
  together,
} from './merge.rules.js';
import type { MergePair } from './merge-steps.js';

/** Everything that a profile says by itself. */
interface Profile extends FieldValues {
  id: string;
  accountId: string | null;
  calendarKey: string;
  createdAt: Date;
  vouchedAge: number | null;
  languages: string[];
  skills: string[];
  themes: string[];
  availability: string[];
}

/** What the profile that stays says afterwards. */
export interface ProfileAfter {
  values: FieldValues;
  lists: string[][];
  createdAt: Date;
  vouchedAge: number | null;
}

const PROFILES = `
  select v.id, v.account_id as "accountId", v.calendar_key as "calendarKey", v.created_at as "createdAt",
         v.display_name as "displayName", v.locale, v.arrondissement, v.commune, v.access_needs as "accessNeeds",
         v.languages, v.skills, v.themes, v.availability, c.given_name as "givenName", c.family_name as "familyName",
         c.email::text as email, c.phone, c.birth_year as "birthYear", c.vouched_age as "vouchedAge"
    from volunteer v left join contact c on c.volunteer_id = v.id
   where v.id = any($1::uuid[])`;

/** Profiles that become one: what each says, and what the one that stays says afterwards. */
@Injectable()
export class MergeProfiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Null unless both exist. */
  async pair(keptId: string, goneId: string): Promise<MergePair | null> {
    const { kept, gone } = await this.both(keptId, goneId);
    return kept && gone && { keptId, goneId, keptAccountId: kept.accountId, goneAccountId: gone.accountId };
  }

  /** What each of the two says; undefined for one that does not exist. */
  async both(keptId: string, goneId: string): Promise<{ kept: Profile | null; gone: Profile | null }> {
    const rows = await this.db.query<Profile>(PROFILES, [[keptId, goneId]]);
    const find = (id: string): Profile | null => rows.find((row) => row.id === id) ?? null;
    return { kept: find(keptId), gone: find(goneId) };
  }

  async isStaff(accountId: string | null): Promise<boolean> {
    const roles = await this.db.query(
      `select 1 from role_grant where account_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
      [accountId, this.clock.now()],
    );
    return roles.length > 0;
  }

  async isBeingErased({ keptId, goneId, keptAccountId, goneAccountId }: MergePair): Promise<boolean> {
    const pending = await this.db.query(
      `select 1 from pending_erasure where volunteer_id = any($1::uuid[]) or account_id = any($2::uuid[])`,
      [[keptId, goneId], [keptAccountId, goneAccountId].filter((id) => id !== null)],
    );
    return pending.length > 0;
  }

  async valuesAfter(
    { keptId, goneId }: MergePair,
    chosen: Partial<Record<MergeField, MergeChoice>>,
  ): Promise<ProfileAfter> {
    const { kept, gone } = await this.both(keptId, goneId);
    if (!kept || !gone) throw new Error('A profile went while it was locked');
    return {
      values: mergedValues(kept, gone, chosen),
      lists: MERGE_LISTS.map((list) => together(kept[list], gone[list])),
      createdAt: kept.createdAt < gone.createdAt ? kept.createdAt : gone.createdAt,
      vouchedAge: Math.max(kept.vouchedAge ?? 0, gone.vouchedAge ?? 0) || null,
    };
  }

  /** Takes the contact data of the one that goes away, whose address must be free for the one that stays. */
  async takeContact({ goneId }: MergePair): Promise<{ calendarKey: string }> {
    await this.db.query('delete from contact where volunteer_id = $1', [goneId]);
    const [gone] = await this.db.query<{ calendarKey: string }>(
      'select calendar_key as "calendarKey" from volunteer where id = $1',
      [goneId],
    );
    if (!gone) throw new Error('A profile went while it was locked');
    return gone;
  }

  async write({ keptId }: MergePair, { values, lists, createdAt, vouchedAge }: ProfileAfter): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `update volunteer set display_name = $2, locale = $3, arrondissement = $4, commune = $5, access_needs = $6,
              languages = $7, skills = $8, themes = $9, availability = $10, created_at = $11, updated_at = $12,
              version = version + 1
        where id = $1`,
      [
        keptId,
        values.displayName,
        values.locale,
        values.arrondissement,
        values.commune,
        values.accessNeeds,
        ...lists,
        createdAt,
        now,
      ],
    );
    await this.db.query(
      `insert into contact (volunteer_id, given_name, family_name, email, phone, birth_year, vouched_age, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (volunteer_id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
         email = excluded.email, phone = excluded.phone, birth_year = excluded.birth_year,
         vouched_age = excluded.vouched_age, updated_at = excluded.updated_at`,
      [
        keptId,
        values.givenName ?? values.displayName,
        values.familyName,
        values.email,
        values.phone,
        values.birthYear,
        vouchedAge,
        now,
      ],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { MergeProfiles } from './merge-profiles.js';
import { type MergeChoice, type MergeField, type MergeRefusal, whyNotMerge } from './merge.rules.js';
import { type MergePair, MergeSteps } from './merge-steps.js';
import { TableMerger } from './table-merger.js';

/** The two profiles and what somebody chose to keep of both. */
export interface MergeWish {
  keptId: string;
  goneId: string;
  chosen: Partial<Record<MergeField, MergeChoice>>;
  /** The person herself, who has proved that both are hers; else staff. */
  byHerself: boolean;
}

/** A session whose lock nobody held was booked in the moment before people were locked: the merge begins again. */
export class MergeAgain extends Error {}

const TRIES = 4;

/** Makes one profile of two, in one transaction. Nothing undoes it, which is said before. */
@Injectable()
export class MergeService {
  constructor(
    private readonly db: Database,
    private readonly steps: MergeSteps,
    private readonly tables: TableMerger,
    private readonly profiles: MergeProfiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns null, or why it was not done */
  async merge(me: Actor, wish: MergeWish): Promise<MergeRefusal | null> {
    for (let left = TRIES; ; left--) {
      try {
        return await this.db.transaction(() => this.once(me, wish));
      } catch (error) {
        if (!(error instanceof MergeAgain) || left === 1) throw error;
      }
    }
  }

  private async once(me: Actor, wish: MergeWish): Promise<MergeRefusal | null> {
    const { keptId, goneId, chosen, byHerself } = wish;
    const expected = await this.profiles.pair(keptId, goneId);
    if (expected) for (const step of this.steps.all) await step.lock?.(expected);
    const ids = [keptId, goneId];
    await this.db.query('select 1 from volunteer where id = any($1::uuid[]) order by id for update', [ids]);
    const pair = await this.profiles.pair(keptId, goneId);
    const refused = whyNotMerge({
      same: keptId === goneId,
      bothExist: pair !== null,
      own: !byHerself && ids.includes(me.volunteerId ?? ''),
      goneIsStaff: pair !== null && (await this.profiles.isStaff(pair.goneAccountId)),
      beingErased: pair !== null && (await this.profiles.isBeingErased(pair)),
    });
    if (refused || !pair) return refused;
    await this.db.query('select 1 from account where id = any($1::uuid[]) order by id for update', [accountsOf(pair)]);
    const after = await this.profiles.valuesAfter(pair, chosen);
    const { calendarKey } = await this.profiles.takeContact(pair);
    await this.tables.run(pair);
    await this.profiles.write(pair, after);
    await this.db.query(
      `insert into merged_profile (old_id, volunteer_id, calendar_key, merged_at, merged_by) values ($1, $2, $3, $4, $5)`,
      [goneId, keptId, calendarKey, this.clock.now(), byHerself ? pair.keptAccountId : me.accountId],
    );
    await this.db.query('delete from volunteer where id = $1', [goneId]);
    const subject = { subjectType: 'volunteer', subjectId: keptId, volunteerId: keptId };
    const details = { goneId, chosen, byHerself };
    await this.audit.write({ actor: me, action: 'volunteer.merge', ...subject, details });
    return null;
  }
}

const accountsOf = ({ keptAccountId, goneAccountId }: MergePair): string[] =>
  [keptAccountId, goneAccountId].filter((id) => id !== null);

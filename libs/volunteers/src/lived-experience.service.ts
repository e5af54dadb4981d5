import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { userError } from '#platform/graphql';
import { type Actor, Sealing } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { DataExport } from '#platform/privacy';
import { LivedExperience, LivedExperienceReading, type LivedExperiencePurpose } from './lived-experience.entities.js';
import { LIVED_EXPERIENCE_TEXT, textShownIn } from './lived-experience.text.js';

const SEAL = 'lived-experience';

/** What somebody tells, as she sees it. */
export interface OwnLivedExperience {
  words: string;
  purposes: LivedExperiencePurpose[];
  consentText: string;
  givenAt: Date;
  readings: { at: Date; purpose: LivedExperiencePurpose }[];
}

/** What somebody told for a purpose that she agreed to. */
export interface SharedLivedExperience {
  displayName: string;
  words: string;
}

export interface LivedExperienceWish {
  words: string;
  purposes: readonly LivedExperiencePurpose[];
  /** Version of the text that she was shown. */
  consentVersion: number;
}

/**
 * The only way to what people tell of their own experience of homelessness: the person's own, and one for each purpose
 * that she agreed to. Each transaction says whose rows it asks for; all others find none.
 */
@Injectable()
export class LivedExperienceService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sealing: Sealing,
    private readonly exporter: DataExport,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.exporter.opens('lived_experience', async (volunteerId) => ({ words: (await this.own(volunteerId))?.words }));
  }

  async own(volunteerId: string): Promise<OwnLivedExperience | null> {
    return this.rowsFor(volunteerId, async () => {
      const row = await this.db.repo(LivedExperience).findOneBy({ volunteerId });
      if (!row) return null;
      const readings = await this.db
        .repo(LivedExperienceReading)
        .find({ select: { at: true, purpose: true }, where: { volunteerId }, order: { at: 'DESC' }, take: 200 });
      const { sealed, purposes, consentText, givenAt } = row;
      return { words: this.sealing.open(SEAL, sealed, volunteerId), purposes, consentText, givenAt, readings };
    });
  }

  /** @throws BAD_USER_INPUT when she was shown another version of the text */
  async save(volunteerId: string, wish: LivedExperienceWish, locale: Locale): Promise<void> {
    if (wish.consentVersion !== LIVED_EXPERIENCE_TEXT.version)
      throw userError('BAD_USER_INPUT', 'volunteers.refusal.CONSENT_OUTDATED', [
        { path: 'input.consentVersion', rule: 'isIn' },
      ]);
    const now = this.clock.now();
    const shown = textShownIn(locale);
    await this.rowsFor(volunteerId, () =>
      this.db.query(
        `insert into lived_experience (volunteer_id, sealed, purposes, consent_version, consent_locale, consent_text,
                                       given_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
         on conflict (volunteer_id) do update set sealed = excluded.sealed, purposes = excluded.purposes,
           consent_version = excluded.consent_version, consent_locale = excluded.consent_locale,
           consent_text = excluded.consent_text, changed_at = excluded.changed_at`,
        [
          volunteerId,
          this.sealing.seal(SEAL, wish.words, volunteerId),
          [...new Set(wish.purposes)],
          wish.consentVersion,
          shown.locale,
          shown.body,
          now,
        ],
      ),
    );
  }

  /** Takes it back: it is gone when this returns. */
  async withdraw(volunteerId: string): Promise<void> {
    await this.rowsFor(volunteerId, () => this.db.repo(LivedExperience).delete({ volunteerId }));
  }

  /** Gives what was told under one profile to another, sealed anew for it. @returns whether both have told something */
  async follow(goneId: string, keptId: string): Promise<boolean> {
    return this.rowsFor('*', async () => {
      const row = await this.db.repo(LivedExperience).findOneBy({ volunteerId: goneId });
      if (!row) return false;
      const both = await this.db.repo(LivedExperience).existsBy({ volunteerId: keptId });
      if (!both) {
        const sealed = this.sealing.seal(SEAL, this.sealing.open(SEAL, row.sealed, goneId), keptId);
        await this.db.repo(LivedExperience).insert({ ...row, volunteerId: keptId, sealed });
      }
      await this.db.query('update lived_experience_reading set volunteer_id = $2 where volunteer_id = $1', [
        goneId,
        keptId,
      ]);
      await this.db.repo(LivedExperience).delete({ volunteerId: goneId });
      return both;
    });
  }

  /** What people told for a purpose that they agreed to. Each of them sees that it was read. */
  async forPurpose(actor: Actor, purpose: LivedExperiencePurpose): Promise<SharedLivedExperience[]> {
    return this.rowsFor(`purpose:${purpose}`, async () => {
      const rows = await this.db.query<{ volunteerId: string; displayName: string; sealed: string }>(
        `select l.volunteer_id as "volunteerId", v.display_name as "displayName", l.sealed
           from lived_experience l join volunteer v on v.id = l.volunteer_id
          where $1 = any(l.purposes) order by v.display_name, v.id`,
        [purpose],
      );
      const reading = { at: this.clock.now(), purpose, readerLabel: labelOf(actor) };
      if (rows.length > 0)
        await this.db.repo(LivedExperienceReading).insert(rows.map(({ volunteerId }) => ({ volunteerId, ...reading })));
      return rows.map(({ volunteerId, displayName, sealed }) => ({
        displayName,
        words: this.sealing.open(SEAL, sealed, volunteerId),
      }));
    });
  }

  /** A transaction of its own that says whose rows it asks for, until it ends. */
  private async rowsFor<T>(whom: string, work: () => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      await this.db.query(`select set_config('lived_experience.for', $1, true)`, [whom]);
      try {
        return await work();
      } finally {
        await this.db.query(`select set_config('lived_experience.for', '', true)`).catch(() => undefined);
      }
    });
  }
}

const labelOf = (actor: Actor): string => [...new Set(actor.grants.map(({ role }) => role))].join(', ');

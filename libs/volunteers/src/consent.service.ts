import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#platform/database';
import { userError } from '#platform/graphql';
import { atParis, Clock, type Locale } from '#platform/kernel';
import { ConsentText } from './consent.entity.js';
import { type ConsentGiven, isCurrent } from './consent.rules.js';
import {
  CONSENT_PURPOSES,
  CONSENT_TEXTS,
  type ConsentPurpose,
  networkOf,
  shownIn,
  versionOf,
} from './consent-texts.js';

/**
 * Puts every version of every text into the database, where consents refer to it. It may run at each start.
 * @throws Error when the words of a version differ from those already published: a new wording needs a new version
 */
export async function publishConsentTexts(db: Database): Promise<void> {
  const rows = CONSENT_PURPOSES.flatMap((purpose) =>
    CONSENT_TEXTS[purpose].flatMap(({ version, publishedOn, body }) =>
      Object.entries(body).map(([locale, words]) => ({
        purpose,
        version,
        locale: locale as Locale,
        body: words,
        publishedAt: atParis(publishedOn, '00:00'),
      })),
    ),
  );
  await db.repo(ConsentText).createQueryBuilder().insert().values(rows).orIgnore().execute();
  const published = await db.repo(ConsentText).find();
  const words = new Map(published.map((text) => [`${text.purpose} ${text.version} ${text.locale}`, text.body]));
  for (const { purpose, version, locale, body } of rows)
    if (words.get(`${purpose} ${version} ${locale}`) !== body)
      throw new Error(`The consent text ${purpose} ${version} (${locale}) was published in other words: add a version`);
}

/** Consents as they are given and taken back. Callers hold the transaction. */
@Injectable()
export class ConsentService implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await publishConsentTexts(this.db);
  }

  /** Writes down what she agreed to; an older version of the same text thereby ends. */
  async record(volunteerId: string, given: readonly ConsentGiven[], locale: Locale): Promise<void> {
    const purposes = given.map((consent) => consent.purpose);
    const versions = given.map((consent) => consent.version);
    const languages = given.map((consent) => shownIn(versionOf(consent.purpose, consent.version), locale));
    const now = this.clock.now();
    await this.db.query(
      `update consent c set withdrawn_at = $4 from unnest($2::text[], $3::int[]) as g (purpose, version)
        where c.volunteer_id = $1 and c.purpose = g.purpose and c.version <> g.version and c.withdrawn_at is null`,
      [volunteerId, purposes, versions, now],
    );
    await this.db.query(
      `insert into consent (volunteer_id, purpose, version, locale, given_at, source)
       select $1, g.purpose, g.version, g.locale, $5, 'site'
         from unnest($2::text[], $3::int[], $4::text[]) as g (purpose, version, locale)
       on conflict (volunteer_id, purpose) where withdrawn_at is null do nothing`,
      [volunteerId, purposes, versions, languages, now],
    );
  }

  /** @throws BAD_USER_INPUT when the text has a newer version than the one she was shown */
  async give(volunteerId: string, consent: ConsentGiven, locale: Locale): Promise<void> {
    if (!isCurrent(consent))
      throw userError('BAD_USER_INPUT', 'volunteers.refusal.CONSENT_OUTDATED', [
        { path: 'consent.version', rule: 'isIn' },
      ]);
    await this.db.transaction(() => this.record(volunteerId, [consent], locale));
  }

  /**
   * Takes a consent back, and with it the membership that rests on it; with the terms all memberships end. What she
   * never agreed to is taken back in silence: the outcome is the one she wants.
   */
  async withdraw(volunteerId: string, purpose: ConsentPurpose): Promise<void> {
    const ending = purpose === 'terms' ? CONSENT_PURPOSES : [purpose];
    const networks = ending.map(networkOf).filter((network) => network !== null);
    const now = this.clock.now();
    await this.db.transaction(async () => {
      await this.db.query(
        `update consent set withdrawn_at = $3
          where volunteer_id = $1 and purpose = any($2::text[]) and withdrawn_at is null`,
        [volunteerId, ending, now],
      );
      await this.db.query(
        `update membership set left_at = $3
          where volunteer_id = $1 and network = any($2::text[]) and left_at is null`,
        [volunteerId, networks, now],
      );
    });
  }
}

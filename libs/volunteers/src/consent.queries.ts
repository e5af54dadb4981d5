import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#platform/database';
import type { Locale } from '#platform/kernel';
import { Consent, ConsentText } from './consent.entity.js';
import type { ConsentGiven } from './consent.rules.js';
import { currentText, isConsentPurpose, shownIn } from './consent-texts.js';

/** Texts and consents as people read them. */
@Injectable()
export class ConsentQueries {
  constructor(private readonly db: Database) {}

  /** The texts in force for some purposes, in the order asked, in French where a language lacks one; unknown purposes are left out. */
  async texts(purposes: readonly string[], locale: Locale): Promise<ConsentText[]> {
    const wanted = [...new Set(purposes)].filter(isConsentPurpose);
    const texts = await this.db.repo(ConsentText).find({ where: { purpose: In(wanted) } });
    return wanted.flatMap((purpose) => {
      const current = currentText(purpose);
      const language = shownIn(current, locale);
      return (
        texts.find(
          (text) => text.purpose === purpose && text.version === current.version && text.locale === language,
        ) ?? []
      );
    });
  }

  /** All consents somebody ever gave, last first, each with the words she was shown. */
  async of(volunteerId: string): Promise<Consent[]> {
    return this.db
      .repo(Consent)
      .find({ where: { volunteerId }, relations: { text: true }, order: { givenAt: 'DESC', purpose: 'ASC' } });
  }

  async inForce(volunteerId: string): Promise<ConsentGiven[]> {
    return this.db.repo(Consent).find({
      select: { purpose: true, version: true },
      where: { volunteerId, withdrawnAt: IsNull() },
    });
  }
}

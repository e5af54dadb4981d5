import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import type { PersonalData, PersonalTable } from './personal-table.js';
import type { RetentionSetting } from './retention-settings.js';

/** Under this token an application gives the declarations of all its libs. */
export const PERSONAL_DATA = Symbol('PERSONAL_DATA');

/** All declarations of personal data of this application. */
@Injectable()
export class PersonalRegistry {
  readonly tables: readonly PersonalTable[];
  /** SQL over the row `volunteer`: when she last showed interest. */
  readonly lastContact: string;

  constructor(
    @Inject(PERSONAL_DATA) data: readonly PersonalData[],
    private readonly config: Config,
  ) {
    this.tables = data.flatMap((lib) => lib.tables);
    this.lastContact = `greatest(${data.flatMap((lib) => lib.lastContact ?? []).join(', ')})`;
  }

  /** How long a setting says, in months. */
  months(setting: RetentionSetting): number {
    const { keepContactsMonths, keepAccompaniedMonths, keepJournalMonths } = this.config;
    return { contact: keepContactsMonths, accompanied: keepAccompaniedMonths, journal: keepJournalMonths }[setting];
  }
}

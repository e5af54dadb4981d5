import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages and mails in Spanish, Ukrainian and Arabic beside French and English. */
export class Languages20261123T0850 implements MigrationInterface {
  readonly name = 'Languages20261123085000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table account drop constraint account_locale_known;
      alter table account add constraint account_locale_known check (locale in ('fr', 'en', 'es', 'uk', 'ar'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    // Who chose one of the languages that go reads French again.
    await q.query(`
      update account set locale = 'fr' where locale not in ('fr', 'en');
      alter table account drop constraint account_locale_known;
      alter table account add constraint account_locale_known check (locale in ('fr', 'en'));
    `);
  }
}

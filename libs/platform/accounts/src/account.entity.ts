import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Locale } from '#platform/kernel';

/** Somebody who can sign in. There is no password: an account is an address that its holder has proved to read. */
@Entity('account')
@Unique('account_email_unique', ['email'])
@Check('account_locale_known', `locale in ('fr', 'en')`)
export class Account {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'account_pk' })
  id: string;

  @Column('citext')
  email: string;

  @Column('text', { default: 'fr' })
  locale: Locale;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}

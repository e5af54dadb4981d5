import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Locale } from '#platform/kernel';

/**
 * Somebody who can sign in. There is no password: an account is an address that its holder has proved to read or, for
 * people without one, a printed card.
 */
@Entity('account')
@Unique('account_email_unique', ['email'])
@Check('account_locale_known', `locale in ('fr', 'en', 'es', 'uk', 'ar')`)
export class Account {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'account_pk' })
  id: string;

  /** Null for people who sign in with a card. */
  @Column('citext', { nullable: true })
  email: string | null;

  @Column('text', { default: 'fr' })
  locale: Locale;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}

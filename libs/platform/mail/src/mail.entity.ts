import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Locale } from '#platform/kernel';

export const MAIL_STATUSES = ['queued', 'sent', 'failed', 'skipped'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** Values that a template needs to find what it has to say: identifiers, not texts. */
export type MailParams = Record<string, string | number | boolean | null>;

/**
 * A mail that was or will be sent. Neither its text nor a volunteer's address is kept: both are looked up when it
 * leaves, so that a mail never says what is no longer true and erasing a contact erases the address everywhere.
 */
@Entity('mail')
@Unique('mail_dedupe_unique', ['dedupeKey'])
@Check('mail_status_known', `status in ('queued', 'sent', 'failed', 'skipped')`)
@Check('mail_has_recipient', `volunteer_id is not null or to_address is not null`)
@Index('mail_recent', { synchronize: false })
@Index('mail_by_volunteer', ['volunteerId'])
export class Mail {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'mail_pk' })
  id: string;

  @Column('text')
  kind: string;

  @Column('uuid', { nullable: true })
  volunteerId: string | null;

  @Column('citext', { nullable: true })
  toAddress: string | null;

  @Column('text', { default: 'fr' })
  locale: Locale;

  @Column('jsonb', { default: {} })
  params: MailParams;

  @Column('text', { nullable: true })
  dedupeKey: string | null;

  @Column('text', { default: 'queued' })
  status: MailStatus;

  @Column('timestamptz', { default: () => 'now()' })
  notBefore: Date;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  subject: string | null;

  /** A fault as `CODE` or `CODE: what the server said`; see mail-faults.rules.ts. */
  @Column('text', { nullable: true })
  lastError: string | null;
}

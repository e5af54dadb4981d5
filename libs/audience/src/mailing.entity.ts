import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale, Network } from '#platform/kernel';
import type { MailingStatus } from './audience.enums.js';
import type { PeopleFilter } from './condition.rules.js';

/** One mail of a coordinator to many people, as it was confirmed. */
@Entity('mailing')
@Check('mailing_network_known', `network in ('solidarity', 'climate', 'paris')`)
@Check('mailing_locale_known', `locale in ('fr', 'en', 'es', 'uk', 'ar')`)
@Check('mailing_status_known', `status in ('sending', 'sent', 'stopped')`)
@Check('mailing_finished_when', `(status = 'sending') = (finished_at is null)`)
@Index('mailing_by_network', { synchronize: false })
@Index('mailing_by_creator', ['createdBy'])
export class Mailing {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'mailing_pk' })
  id: string;

  /** The network in whose name it is written. */
  @Column('text')
  network: Network;

  @Column('text')
  subject: string;

  /** Markdown. */
  @Column('text')
  body: string;

  /** The language that subject and text are written in. */
  @Column('text')
  locale: Locale;

  @Column('jsonb')
  filter: PeopleFilter;

  @Column('text', { default: 'sending' })
  status: MailingStatus;

  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'mailing_creator_fk', onDelete: 'SET NULL' })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}

/** That a person was chosen for a mailing when it was confirmed; `handedAt` says when the outbox got her mail. */
@Entity('mailing_recipient')
@Index('mailing_recipient_by_volunteer', ['volunteerId'])
@Index('mailing_recipient_waiting', ['mailingId', 'volunteerId'], { where: 'handed_at is null' })
export class MailingRecipient {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mailing_recipient_pk' })
  @ForeignKey(() => Mailing, { name: 'mailing_recipient_mailing_fk', onDelete: 'CASCADE' })
  mailingId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mailing_recipient_pk' })
  @ForeignKey('Volunteer', { name: 'mailing_recipient_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Column('timestamptz', { nullable: true })
  handedAt: Date | null;
}

/** That a person wants no more mails of a list. */
@Entity('mail_refusal')
@Check('mail_refusal_list_known', `list in ('coordination-solidarity', 'coordination-climate', 'coordination-paris')`)
export class MailRefusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_refusal_pk' })
  @ForeignKey('Volunteer', { name: 'mail_refusal_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'mail_refusal_pk' })
  list: string;

  @Column('timestamptz')
  refusedAt: Date;
}

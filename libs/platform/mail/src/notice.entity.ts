import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '#platform/kernel';
import type { MailParams } from './mail.entity.js';

/**
 * What a mail would have said to somebody whom no mail reaches: reception tells her. Its words are not kept; like those
 * of a mail they are written when it is read, from what is true then.
 */
@Entity('notice')
@Check('notice_told_by_somebody', 'told_by is null or told_at is not null')
@Index('notice_to_tell', ['createdAt'], { where: 'told_at is null' })
export class Notice {
  /** That of the mail it stands for: a job that runs twice makes one notice. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pk' })
  id: string;

  @Column('text')
  kind: string;

  @Column('uuid')
  @Index('notice_by_volunteer')
  volunteerId: string;

  @Column('text', { default: 'fr' })
  locale: Locale;

  @Column('jsonb', { default: {} })
  params: MailParams;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;

  /** Account of who told her. */
  @Column('uuid', { nullable: true })
  toldBy: string | null;
}

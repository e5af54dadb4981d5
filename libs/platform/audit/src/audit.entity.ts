import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the journal: who did or read what, when, and for what purpose. Lines are never changed (trigger). */
@Entity('audit_entry')
@Index('audit_entry_by_volunteer', { synchronize: false })
@Index('audit_entry_by_subject', ['subjectType', 'subjectId'])
export class AuditLine {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_entry_pk',
  })
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('uuid', { nullable: true })
  actorAccountId: string | null;

  @Column('text')
  actorLabel: string;

  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  @Column('text')
  subjectId: string;

  @Column('uuid', { nullable: true })
  volunteerId: string | null;

  @Column('text', { nullable: true })
  purpose: string | null;

  @Column('jsonb', { default: {} })
  details: object;
}

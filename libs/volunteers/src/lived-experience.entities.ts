import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Volunteer } from './volunteer.entity.js';

/** What somebody may agree that her experience is asked for. */
export const LIVED_EXPERIENCE_PURPOSES = ['training', 'advice'] as const;
export type LivedExperiencePurpose = (typeof LIVED_EXPERIENCE_PURPOSES)[number];

/**
 * What somebody tells of her own experience of homelessness, if she wants to (RGPD art. 9). Row security hides the row from
 * every statement that does not say whose it asks for (`lived_experience.for`); the words are sealed besides.
 */
@Entity('lived_experience')
@Check('lived_experience_purposes_known', `purposes <@ array['training', 'advice']`)
export class LivedExperience {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lived_experience_pk' })
  @ForeignKey(() => Volunteer, { name: 'lived_experience_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Column('text')
  sealed: string;

  @Column('text', { array: true, default: [] })
  purposes: LivedExperiencePurpose[];

  @Column('int')
  consentVersion: number;

  @Column('text')
  consentLocale: string;

  /** The words she agreed to, kept here: a line among her other consents would tell that she told. */
  @Column('text')
  consentText: string;

  @Column('timestamptz')
  givenAt: Date;

  @Column('timestamptz')
  changedAt: Date;
}

/** That somebody's words were read for a purpose she agreed to. Here and not in the journal, which would tell who told. */
@Entity('lived_experience_reading')
@Index('lived_experience_reading_by_volunteer', { synchronize: false })
export class LivedExperienceReading {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'lived_experience_reading_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => LivedExperience, { name: 'lived_experience_reading_person_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  purpose: LivedExperiencePurpose;

  @Column('text')
  readerLabel: string;
}

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Generated,
  Index,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import { LocaleEnum } from '#platform/graphql';
import type { Locale } from '#platform/kernel';
import { VolunteerImport } from './volunteer-import.entity.js';

/** How a person came to be known. */
export type VolunteerSource = 'joined' | 'imported' | 'reception' | 'staff';

/** A person of the networks, without anything that reaches or identifies her: that is `Contact`. */
@ObjectType({ description: 'A person of the networks: what she offers and wishes. How to reach her is `Contact`.' })
@Entity('volunteer')
@Unique('volunteer_account_unique', ['accountId'])
@Unique('volunteer_calendar_key_unique', ['calendarKey'])
@Check('volunteer_name_not_blank', `btrim(display_name) <> ''`)
@Check('volunteer_arrondissement_known', 'arrondissement between 1 and 20')
@Check('volunteer_quiet_hours_known', 'quiet_from between 0 and 23 and quiet_until between 0 and 23')
@Check('volunteer_source_known', `source in ('joined', 'imported', 'reception', 'staff')`)
@Index('volunteer_by_name', ['displayName', 'id'])
@Index('volunteer_by_arrival', ['createdAt', 'displayName', 'id'])
@Index('volunteer_by_arrondissement', ['arrondissement', 'displayName', 'id'])
@Index('volunteer_by_features', { synchronize: false })
@Index('volunteer_by_place', { synchronize: false })
@Index('volunteer_by_import', ['importId'], { where: 'import_id is not null' })
export class Volunteer {
  @Field(() => ID, { description: 'Identifier.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'volunteer_pk' })
  id: string;

  /** Null until she signs in: people who were imported or met at a reception desk. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'volunteer_account_fk', onDelete: 'SET NULL' })
  accountId: string | null;

  @Field(() => String, { description: 'Name that trainers and coordinators see, chosen by her.' })
  @Column('text')
  displayName: string;

  @Field(() => LocaleEnum, { description: 'Language we write to her in.' })
  @Column('text', { default: 'fr' })
  locale: Locale;

  @Field(() => Int, {
    nullable: true,
    description: 'Arrondissement she lives in, 1 to 20; null if elsewhere or unsaid.',
  })
  @Column('int', { nullable: true })
  arrondissement: number | null;

  @Field(() => String, { nullable: true, description: 'Commune she lives in if not in Paris.' })
  @Column('text', { nullable: true })
  commune: string | null;

  @Field(() => [String], { description: 'Languages she speaks: ISO 639-1 codes, `fsl` for French sign language.' })
  @Column('text', { array: true, default: '{}' })
  languages: string[];

  @Field(() => [String], { description: 'What she can lend to others, as `first-aid`.' })
  @Column('text', { array: true, default: '{}' })
  skills: string[];

  @Field(() => [String], { description: 'What she cares about, as `heat-wave`.' })
  @Column('text', { array: true, default: '{}' })
  themes: string[];

  @Field(() => [String], { description: 'When she is usually free, from `mon-morning` to `sun-evening`.' })
  @Column('text', { array: true, default: '{}' })
  availability: string[];

  @Field(() => String, { nullable: true, description: 'What a place must offer for her to take part.' })
  @Column('text', { nullable: true })
  accessNeeds: string | null;

  @Field(() => Boolean, { description: 'Whether reminders are sent to her.' })
  @Column('boolean', { default: true })
  wantsReminders: boolean;

  @Field(() => Int, { description: 'First hour in Paris at which nothing but the urgent is sent, 0 to 23.' })
  @Column('int', { default: 21 })
  quietFrom: number;

  @Field(() => Int, { description: 'First hour after the quiet ones, 0 to 23; equal to the first means none.' })
  @Column('int', { default: 8 })
  quietUntil: number;

  /** Secret of her private calendar feed; a new one ends the old feed. */
  @Column('uuid')
  @Generated('uuid')
  calendarKey: string;

  @Column('text', { default: 'joined' })
  source: VolunteerSource;

  /** The import that created her. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => VolunteerImport, { name: 'volunteer_import_fk' })
  importId: string | null;

  @Field(() => Date, { description: 'When she became known to the platform.' })
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  @VersionColumn({ default: 1 })
  version: number;
}

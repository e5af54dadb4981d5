import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { LocaleEnum } from '#platform/graphql';
import type { Locale } from '#platform/kernel';
import { Volunteer } from './volunteer.entity.js';

/** The exact words people were shown. Rows are only ever added (trigger). */
@ObjectType({ description: 'The exact words that people agree to, one version in one language.' })
@Entity('consent_text')
export class ConsentText {
  @Field(() => String, { description: 'What it is about: `terms`, `network:climate`, `contact-by-phone`...' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'consent_text_pk' })
  purpose: string;

  @Field(() => Int, { description: 'Version; send it back with the agreement.' })
  @PrimaryColumn('int', { primaryKeyConstraintName: 'consent_text_pk' })
  version: number;

  @Field(() => LocaleEnum, { description: 'Language of the text.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'consent_text_pk' })
  locale: Locale;

  @Field(() => String, { description: 'The text; blank lines separate paragraphs.' })
  @Column('text')
  body: string;

  @Field(() => Date, { description: 'Since when this version is shown.' })
  @Column('timestamptz', { default: () => 'now()' })
  publishedAt: Date;
}

/** That somebody agreed to a text, and whether she took it back. At most one per purpose is in force. */
@ObjectType({ description: 'That somebody agreed to a text, and when she took it back if she did.' })
@Entity('consent')
@Check('consent_withdrawn_after_given', 'withdrawn_at >= given_at')
@Index('consent_by_volunteer', ['volunteerId', 'purpose'])
@Index('consent_one_in_force', ['volunteerId', 'purpose'], { unique: true, where: 'withdrawn_at is null' })
export class Consent {
  @Field(() => ID, { description: 'Identifier.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'consent_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Volunteer, { name: 'consent_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Field(() => String, { description: 'What was agreed to.' })
  @Column('text')
  purpose: string;

  @Column('int')
  version: number;

  @Column('text')
  locale: Locale;

  @Field(() => ConsentText, { description: 'The exact words that were shown.' })
  @ManyToOne(() => ConsentText, { nullable: false })
  @JoinColumn([
    { name: 'purpose', referencedColumnName: 'purpose', foreignKeyConstraintName: 'consent_text_fk' },
    { name: 'version', referencedColumnName: 'version', foreignKeyConstraintName: 'consent_text_fk' },
    { name: 'locale', referencedColumnName: 'locale', foreignKeyConstraintName: 'consent_text_fk' },
  ])
  text: Relation<ConsentText>;

  @Field(() => Date, { description: 'When it was given.' })
  @Column('timestamptz')
  givenAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was taken back; null while in force.' })
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Field(() => String, { description: 'Where it was given: `site`, or `import` of a file that proves it.' })
  @Column('text')
  source: string;
}

import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import { type TagColour, TagColourEnum } from './audience.enums.js';

/** A word that coordinators of a network put on people. */
@ObjectType({ description: 'A word that the coordinators of a network put on people, as "permanence du mardi".' })
@Entity('tag')
@Unique('tag_name_unique', ['network', 'name'])
@Check('tag_network_known', `network in ('solidarity', 'climate', 'paris')`)
@Check('tag_name_not_blank', `btrim(name::text) <> '' and length(name::text) <= 40`)
@Check('tag_colour_known', `colour in ('grey', 'red', 'orange', 'yellow', 'green', 'blue', 'violet', 'pink')`)
@Index('tag_by_creator', ['createdBy'])
export class Tag {
  @Field(() => ID, { description: 'Identifier.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'tag_pk' })
  id: string;

  @Field(() => NetworkEnum, { description: 'The network whose coordinators use it; others do not see it.' })
  @Column('text')
  network: Network;

  @Field(() => String, { description: 'The word.' })
  @Column('citext')
  name: string;

  @Field(() => TagColourEnum, { description: 'Colour beside the word.' })
  @Column('text')
  colour: TagColour;

  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'tag_creator_fk', onDelete: 'SET NULL' })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** That a person has a tag. */
@Entity('volunteer_tag')
@Index('volunteer_tag_by_tag', ['tagId', 'volunteerId'])
@Index('volunteer_tag_by_adder', ['addedBy'])
export class VolunteerTag {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_tag_pk' })
  @ForeignKey('Volunteer', { name: 'volunteer_tag_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_tag_pk' })
  @ForeignKey(() => Tag, { name: 'volunteer_tag_tag_fk', onDelete: 'CASCADE' })
  tagId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'volunteer_tag_adder_fk', onDelete: 'SET NULL' })
  addedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  addedAt: Date;
}

/** What one press of a button changed; kept for a day so that it can be taken back. */
@Entity('tag_change')
@Index('tag_change_by_tag', ['tagId'])
@Index('tag_change_by_doer', ['doneBy'])
export class TagChangeRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'tag_change_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Tag, { name: 'tag_change_tag_fk', onDelete: 'CASCADE' })
  tagId: string;

  @Column('boolean')
  added: boolean;

  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'tag_change_doer_fk', onDelete: 'SET NULL' })
  doneBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  doneAt: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}

/** Whom a change of a tag was about. */
@Entity('tag_change_person')
@Index('tag_change_person_by_volunteer', ['volunteerId'])
export class TagChangePerson {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tag_change_person_pk' })
  @ForeignKey(() => TagChangeRow, { name: 'tag_change_person_change_fk', onDelete: 'CASCADE' })
  changeId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tag_change_person_pk' })
  @ForeignKey('Volunteer', { name: 'tag_change_person_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;
}

import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import { Volunteer } from './volunteer.entity.js';

/** That somebody belongs to a network. Who left keeps the row, so that an old file does not bring her back. */
@ObjectType({ description: 'That somebody belongs to a network.' })
@Entity('membership')
@Check('membership_network_known', `network in ('solidarity', 'climate', 'paris')`)
@Index('membership_by_network', ['network', 'volunteerId'])
export class Membership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pk' })
  @ForeignKey(() => Volunteer, { name: 'membership_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Field(() => NetworkEnum, { description: 'The network.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'membership_pk' })
  network: Network;

  @Field(() => Date, { description: 'Since when.' })
  @Column('timestamptz', { default: () => 'now()' })
  joinedAt: Date;

  @Column('timestamptz', { nullable: true })
  leftAt: Date | null;
}

import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Network } from '#platform/kernel';
import { NetworkEnum } from '#platform/graphql';

/** What a network puts forward during one quarter of the year. */
@ObjectType({ description: 'What a network puts forward during one quarter: one theme per network and quarter.' })
@Entity('theme')
@Unique('theme_one_per_quarter', ['network', 'quarter'])
@Check('theme_network_known', `network in ('solidarity', 'climate')`)
@Check('theme_quarter_format', `quarter ~ '^20[0-9]{2}-Q[1-4]$'`)
export class Theme {
  @Field(() => ID, { description: 'Identifier of the theme.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'theme_pk' })
  id: string;

  @Field(() => NetworkEnum, { description: 'Network that works on the theme.' })
  @Column('text')
  network: Network;

  @Field(() => String, { description: 'Quarter of the year, as 2026-Q4.' })
  @Column('text')
  quarter: string;

  @Field(() => String, { description: 'Name of the theme.' })
  @Column('text')
  title: string;

  @Field(() => String, { description: 'The theme in two or three sentences.' })
  @Column('text', { default: '' })
  summary: string;
}

import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Where people meet, with what one needs to know to get in. */
@ObjectType({ description: 'A place where people meet, with what one needs to know to get in.' })
@Entity('place')
@Unique('place_name_unique', ['name'])
@Check('place_arrondissement_known', 'arrondissement between 1 and 20')
@Check('place_legal_capacity_positive', 'legal_capacity between 1 and 100000')
export class Place {
  @Field(() => ID, { description: 'Identifier of the place.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'place_pk' })
  id: string;

  @Field(() => String, { description: 'Name of the place.' })
  @Column('text')
  name: string;

  @Field(() => String, { description: 'Postal address.' })
  @Column('text')
  address: string;

  @Field(() => Int, { nullable: true, description: 'Arrondissement of Paris, 1 to 20; null outside Paris.' })
  @Column('int', { nullable: true })
  arrondissement: number | null;

  @Field(() => String, { description: 'How to get there and in: transport, entrance, floor.' })
  @Column('text', { default: '' })
  accessDetails: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether one gets in without a step; null when nobody checked.',
  })
  @Column('boolean', { nullable: true })
  stepFree: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a hearing loop; null when nobody checked.' })
  @Column('boolean', { nullable: true })
  hearingLoop: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Most people the law lets in; null when it is not known.' })
  @Column('int', { nullable: true })
  legalCapacity: number | null;

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees (WGS 84).' })
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS 84).' })
  @Column('double precision', { nullable: true })
  longitude: number | null;
}

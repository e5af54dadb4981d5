import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** An association that gives or hosts trainings with the city. */
@ObjectType({ description: 'An association that gives or hosts trainings with the city.' })
@Entity('partner')
@Unique('partner_name_unique', ['name'])
export class Partner {
  @Field(() => ID, { description: 'Identifier of the association.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'partner_pk' })
  id: string;

  @Field(() => String, { description: 'Name of the association.' })
  @Column('text')
  name: string;
}

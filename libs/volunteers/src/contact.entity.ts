import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Volunteer } from './volunteer.entity.js';

/** Who somebody is and how to reach her: all of it in one row, read only through `ContactDoor`. */
@ObjectType({ description: 'Who a volunteer is and how to reach her. Each reading by somebody else is written down.' })
@Entity('contact')
@Unique('contact_email_unique', ['email'])
@Check('contact_birth_year_plausible', 'birth_year between 1900 and 2100')
@Check('contact_vouched_age_plausible', 'vouched_age between 15 and 99')
@Check('contact_phone_e164', `phone ~ '^\\+[1-9][0-9]{6,14}$'`)
@Index('contact_by_birth_year', ['birthYear'], { where: 'birth_year is not null and family_name is not null' })
@Index('contact_by_phone', ['phone'], { where: 'phone is not null' })
export class Contact {
  @Field(() => ID, { description: 'The volunteer.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_pk' })
  @ForeignKey(() => Volunteer, { name: 'contact_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Field(() => String, { description: 'First name.' })
  @Column('text')
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  @Column('text', { nullable: true })
  familyName: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; the one she signs in with if she does.' })
  @Column('citext', { nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number, as +33612345678.' })
  @Column('text', { nullable: true })
  phone: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth; the day is never asked.' })
  @Column('int', { nullable: true })
  birthYear: number | null;

  /** Age that she had reached in the eyes of whoever received her, for people whose year of birth is not asked. */
  @Column('int', { nullable: true })
  vouchedAge: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

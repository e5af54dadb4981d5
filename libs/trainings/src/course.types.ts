import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, NetworkEnum } from '#platform/graphql';
import type { Locale, Network } from '#platform/kernel';
import type { CourseStatus } from './course.rules.js';
import { Theme } from './theme.entity.js';
import { CourseStatusEnum } from './trainings.enums.js';

@ObjectType({ description: 'A qualification by its name.' })
export class QualificationLink {
  @Field(() => String, { description: 'Its address.' })
  slug: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Last day on which the reader had it; null if she never did.' })
  endedOn: string | null;
}

@ObjectType({ description: 'A course by its name, as a link.' })
export class CourseLink {
  @Field(() => ID, { description: 'Identifier of the course.' })
  id: string;

  @Field(() => String, { description: 'Address of the course in the catalogue.' })
  slug: string;

  @Field(() => String, { description: 'Name of the course.' })
  title: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the reader attended it; null for a visitor.' })
  held: boolean | null;

  @Field(() => QualificationLink, {
    nullable: true,
    description: 'The qualification that the reader lacks and this course gives, where that is why it is named.',
  })
  gives?: QualificationLink | null;
}

@ObjectType({ description: 'What is taught; its sessions say when and where.' })
export class CourseView {
  @Field(() => ID, { description: 'Identifier of the course.' })
  id: string;

  @Field(() => String, { description: 'Address of the course in the catalogue.' })
  slug: string;

  @Field(() => [NetworkEnum], { description: 'Networks that give it; open to members of all.' })
  networks: Network[];

  @Field(() => Theme, { nullable: true, description: 'Theme of the quarter that it belongs to.' })
  theme: Theme | null;

  @Field(() => String, { description: 'Name of the course.' })
  title: string;

  @Field(() => String, { description: 'The course in one sentence.' })
  summary: string;

  @Field(() => String, { description: 'What one learns and for whom: headings, lists, bold and links as text.' })
  description: string;

  @Field(() => String, { description: 'What is handed out, as text: headings, lists, bold and links.' })
  material: string;

  @Field(() => LocaleEnum, { description: 'Language of these texts.' })
  locale: Locale;

  @Field(() => Int, { description: 'Youngest age, in years.' })
  minimumAge: number;

  @Field(() => CourseStatusEnum, { description: 'Where the course stands.' })
  status: CourseStatus;

  @Field(() => [CourseLink], { description: 'Courses to have attended before.' })
  prerequisites: CourseLink[];

  @Field(() => Int, { description: 'Version to send back when changing it.' })
  version: number;
}

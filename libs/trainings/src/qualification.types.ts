import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, NetworkEnum } from '#platform/graphql';
import type { Locale, Network } from '#platform/kernel';
import { CourseLink } from './course.types.js';
import { GrantedHowEnum, QualificationNeedsEnum, QualificationStateEnum } from './qualification.enums.js';
import type { GrantedHow, QualificationNeeds, QualificationState } from './qualification.rules.js';

@ObjectType('Qualification', { description: 'What somebody is able and allowed to do, and how one comes to it.' })
export class QualificationView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Its address.' })
  slug: string;

  @Field(() => [NetworkEnum], { description: 'Networks that grant it.' })
  networks: Network[];

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'What one may do with it.' })
  description: string;

  @Field(() => LocaleEnum, { description: 'Language of these texts.' })
  locale: Locale;

  @Field(() => QualificationNeedsEnum, { description: 'What earns it.' })
  needs: QualificationNeeds;

  @Field(() => Int, { nullable: true, description: 'How many days or hours.' })
  amount: number | null;

  @Field(() => Int, { nullable: true, description: 'How many months it lasts; null for ever.' })
  validMonths: number | null;

  @Field(() => Int, { nullable: true, description: 'Youngest age, in years.' })
  minimumAge: number | null;

  @Field(() => Boolean, { description: 'No longer granted.' })
  archived: boolean;

  @Field(() => [CourseLink], { description: 'Courses that earn it.' })
  earnedBy: CourseLink[];

  @Field(() => [CourseLink], { description: 'Refreshers that renew it.' })
  renewedBy: CourseLink[];

  @Field(() => [CourseLink], { description: 'Courses that one may only follow with it.' })
  requiredBy: CourseLink[];

  @Field(() => Int, { description: 'Version to send back when changing it.' })
  version: number;
}

@ObjectType({ description: 'Where I stand with a qualification.' })
export class MyQualification {
  @Field(() => QualificationView, { description: 'The qualification.' })
  qualification: QualificationView;

  @Field(() => QualificationStateEnum, { description: 'Where I stand today.' })
  state: QualificationState;

  @Field(() => String, { nullable: true, description: 'Day since when I have it, as 2026-03-12.' })
  grantedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Last day on which it is valid; null for ever, or without it.' })
  validUntil: string | null;

  @Field(() => Int, { description: 'Courses, days or hours that count towards it now.' })
  have: number;

  @Field(() => Int, { description: 'How many are needed.' })
  needed: number;
}

@ObjectType({ description: 'A qualification that was granted to somebody.' })
export class GrantView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Who has it.' })
  volunteerId: string;

  @Field(() => String, { description: 'Her displayed name.' })
  displayName: string;

  @Field(() => GrantedHowEnum, { description: 'Why she has it.' })
  how: GrantedHow;

  @Field(() => String, { description: 'First day, as 2026-03-12.' })
  grantedOn: string;

  @Field(() => String, { nullable: true, description: 'Last day; null for ever.' })
  validUntil: string | null;

  @Field(() => String, { nullable: true, description: 'What was shown, if it was granted for a proof.' })
  proof: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnReason: string | null;
}

@ObjectType({ description: 'What a course has to do with qualifications.' })
export class CourseQualifications {
  @Field(() => [MyQualification], { description: 'Those one must have for it.' })
  required: MyQualification[];

  @Field(() => [QualificationView], { description: 'Those it counts towards.' })
  earns: QualificationView[];

  @Field(() => [QualificationView], { description: 'Those it renews.' })
  renews: QualificationView[];
}

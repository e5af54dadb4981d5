import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { CourseLink } from './course.types.js';
import type { EnrolRefused } from './enrolment-wish.js';
import { CancelRefusalEnum, EnrolmentRefusalEnum } from './enrolment.enums.js';
import type { CancelRefusal, EnrolmentRefusal } from './enrolment.rules.js';
import { EnrolmentView, OverlapInfo } from './enrolment.types.js';

@ObjectType({ implements: () => [Refusal], description: 'Why somebody could not be enrolled.' })
export class EnrolmentRefused implements Refusal {
  @Field(() => EnrolmentRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: EnrolmentRefusal;

  @Field(() => OverlapInfo, {
    nullable: true,
    description: 'The other booking at the same time, if that is the reason.',
  })
  overlap: OverlapInfo | null;

  @Field(() => [CourseLink], {
    description: 'Courses to attend first, or that give what she lacks, if that is the reason.',
  })
  missing: CourseLink[];

  message: string;

  constructor({ refused, overlap, missing }: EnrolRefused, locale: Locale) {
    this.reason = refused;
    this.overlap = refused === 'OVERLAP_NOT_CONFIRMED' ? overlap : null;
    this.missing =
      refused === 'MISSING_PREREQUISITE' || refused === 'MISSING_QUALIFICATION' ? missingAs(refused, missing) : [];
    this.message = t(locale, `enrolment.refusal.${refused}`);
  }
}

@ObjectType({ implements: () => [Refusal], description: 'Why a booking could not be cancelled.' })
export class CancelRefused implements Refusal {
  @Field(() => CancelRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: CancelRefusal;

  message: string;

  constructor(reason: CancelRefusal, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `enrolment.cancel.${reason}`);
  }
}

export const EnrolResult = createUnionType({
  name: 'EnrolResult',
  description: 'A booking or a place on the waiting list, or why neither was possible.',
  types: () => [EnrolmentView, EnrolmentRefused] as const,
  resolveType: (value: object) => ('reason' in value ? EnrolmentRefused : EnrolmentView),
});

export const CancelResult = createUnionType({
  name: 'CancelResult',
  description: 'The booking as it is now, or why it could not be cancelled.',
  types: () => [EnrolmentView, CancelRefused] as const,
  resolveType: (value: object) => ('reason' in value ? CancelRefused : EnrolmentView),
});

/** The courses that the reason is about: those required themselves, or those that give the qualification. */
function missingAs(
  refused: 'MISSING_PREREQUISITE' | 'MISSING_QUALIFICATION',
  missing: EnrolRefused['missing'],
): CourseLink[] {
  const concerned = missing.filter(({ gives }) => (gives !== undefined) === (refused === 'MISSING_QUALIFICATION'));
  return concerned.map((course) => ({ ...course, held: false }));
}

import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import type { CheckInRefusal } from './attendance.rules.js';
import { AttendeeRow } from './attendance.types.js';
import { CheckInRefusalEnum } from './enrolment.enums.js';

@ObjectType({ description: 'Somebody was checked in.' })
export class CheckedIn {
  @Field(() => AttendeeRow, { description: 'Her line on the sheet.' })
  row: AttendeeRow;

  @Field(() => Boolean, { description: 'Whether she had been checked in before; nothing was changed then.' })
  already: boolean;
}

@ObjectType({ implements: () => [Refusal], description: 'Why somebody could not be checked in.' })
export class CheckInRefused implements Refusal {
  @Field(() => CheckInRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: CheckInRefusal;

  @Field(() => AttendeeRow, { nullable: true, description: 'Her line, if she is on the list of this session.' })
  row: AttendeeRow | null;

  message: string;

  constructor(reason: CheckInRefusal, row: AttendeeRow | null, locale: Locale) {
    this.reason = reason;
    this.row = row;
    this.message = t(locale, `enrolment.checkIn.${reason}`);
  }
}

export const CheckInResult = createUnionType({
  name: 'CheckInResult',
  description: 'Checked in, or why not.',
  types: () => [CheckedIn, CheckInRefused] as const,
  resolveType: (value: object) => ('reason' in value ? CheckInRefused : CheckedIn),
});

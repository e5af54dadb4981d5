import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { EnrolmentView } from './enrolment.types.js';
import { CatchUpRefusalEnum, PresenceRuleEnum } from './presence.enums.js';
import type { CatchUpRefusal, PresenceRule } from './presence.rules.js';
import { SessionDateView } from './session.types.js';

@ObjectType({ description: 'Which dates of a session one must attend to hold its course.' })
export class PresenceAsked {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId: string;

  @Field(() => PresenceRuleEnum, { description: 'All dates, so many of them, or those that are named.' })
  rule: PresenceRule;

  @Field(() => Int, { nullable: true, description: 'How many dates, with `some`.' })
  needed: number | null;

  @Field(() => [ID], { description: 'The dates that count, with `named`.' })
  dateIds: string[];
}

@ObjectType({ description: 'A date of another session of the course where a missed one can be made up.' })
export class CatchUpChance {
  @Field(() => ID, { description: 'Identifier of the date.' })
  sessionDateId: string;

  @Field(() => ID, { description: 'Identifier of its session.' })
  sessionId: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End.' })
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the place.' })
  placeName: string | null;

  @Field(() => Int, { description: 'Seats that nobody holds, awaits or is offered.' })
  seatsLeft: number;
}

@ObjectType({ description: 'A date that somebody missed and needs in order to hold the course.' })
export class MissedDate {
  @Field(() => ID, { description: 'Identifier of the date that was missed.' })
  sessionDateId: string;

  @Field(() => ID, { description: 'Identifier of her booking.' })
  enrolmentId: string;

  @Field(() => String, { description: 'Name of the course.' })
  courseTitle: string;

  @Field(() => String, { description: 'Address of the course in the catalogue.' })
  courseSlug: string;

  @Field(() => LocaleEnum, { description: 'Language of the name.' })
  courseLocale: Locale;

  @Field(() => Int, { description: 'Rank of the date in its session, from 1.' })
  position: number;

  @Field(() => Int, { description: 'Number of dates of the session.' })
  dateCount: number;

  @Field(() => Date, { description: 'Start of the date that was missed.' })
  startsAt: Date;

  @Field(() => Int, { nullable: true, description: 'Minutes that she was there; null if she was absent.' })
  minutes: number | null;

  @Field(() => ID, { nullable: true, description: 'Booking by which she makes it up, if she has one.' })
  bookedId: string | null;

  @Field(() => SessionDateView, { nullable: true, description: 'The date when she makes it up.' })
  bookedDate: SessionDateView | null;

  @Field(() => [CatchUpChance], { description: 'Where it can be made up, soonest first, 5 at most.' })
  chances: CatchUpChance[];
}

@ObjectType({ implements: () => [Refusal], description: 'Why a missed date could not be made up there.' })
export class CatchUpRefused implements Refusal {
  @Field(() => CatchUpRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: CatchUpRefusal;

  message: string;

  constructor(reason: CatchUpRefusal, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `presence.catchUp.${reason}`);
  }
}

export const CatchUpResult = createUnionType({
  name: 'CatchUpResult',
  description: 'The booking for the date, or why there is none.',
  types: () => [EnrolmentView, CatchUpRefused] as const,
  resolveType: (value: object) => ('reason' in value ? CatchUpRefused : EnrolmentView),
});

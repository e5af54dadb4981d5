import { ArgsType, createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsUUID, Length, Max, Min } from 'class-validator';
import { enumOf, Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { LIKENESSES, type Likeness, OVERBOOKING_REFUSALS, type OverbookingRefusal } from './overbooking.rules.js';

export const LikenessEnum = enumOf(LIKENESSES);
registerEnumType(LikenessEnum, {
  name: 'SessionLikeness',
  description: 'What the past sessions of the course that count have in common with one to come.',
  valuesMap: {
    SEASON_AND_WEEKDAY: { description: 'Mode, day of the week and season.' },
    WEEKDAY: { description: 'Mode and day of the week.' },
    MODE: { description: 'Mode only: on site, online or a visit.' },
  },
});

export const OverbookingRefusalEnum = enumOf(OVERBOOKING_REFUSALS);
registerEnumType(OverbookingRefusalEnum, {
  name: 'OverbookingRefusal',
  description: 'Why nothing is advised, or a number of bookings is not accepted.',
  valuesMap: {
    TOO_FEW_SESSIONS: { description: 'Fewer than five comparable past sessions: we do not guess.' },
    NOTHING_TO_GAIN: { description: 'Nearly everybody comes, or the law lets no more people in.' },
    ABOVE_ADVICE: { description: 'More than the evidence allows.' },
    BELOW_SEATS_TAKEN: { description: 'More people hold a seat already.' },
    SESSION_OVER: { description: 'The session has begun or was cancelled.' },
  },
});

@ObjectType({ description: 'A decision to accept more bookings than the room has seats, or to do so no longer.' })
export class OverbookingDecision {
  @Field(() => Int, { description: 'Bookings accepted in all.' })
  acceptedSeats: number;

  @Field(() => Int, { nullable: true, description: 'Chance in percent that the room is large enough, as it was then.' })
  chance: number | null;

  @Field(() => Int, { nullable: true, description: 'Past sessions that it rested on.' })
  pastSessions: number | null;

  @Field(() => String, { description: 'Why, in the words of who decided.' })
  reason: string;

  @Field(() => Date, { description: 'When.' })
  decidedAt: Date;

  @Field(() => String, { nullable: true, description: 'Displayed name of who decided.' })
  decidedBy: string | null;
}

@ObjectType({ description: 'How many bookings of a session past sessions allow to accept.' })
export class OverbookingAdvice {
  @Field(() => Int, { description: 'Seats of the room.' })
  roomSeats: number;

  @Field(() => Int, { description: 'Bookings that are accepted now.' })
  acceptedSeats: number;

  @Field(() => Int, { nullable: true, description: 'Most people that the law lets into the place; null if unknown.' })
  legalMaximum: number | null;

  @Field(() => Int, { nullable: true, description: 'Bookings that may be accepted; null if nothing is advised.' })
  seats: number | null;

  @Field(() => Int, { nullable: true, description: 'Chance in percent that no more people come than there are seats.' })
  chance: number | null;

  @Field(() => Int, { nullable: true, description: 'Share in percent of those booked who came in the past.' })
  showPercent: number | null;

  @Field(() => Int, { description: 'Past sessions that count; without advice, those of the course.' })
  pastSessions: number;

  @Field(() => LikenessEnum, { nullable: true, description: 'What those have in common with this one.' })
  likeness: Likeness | null;

  @Field(() => OverbookingRefusalEnum, { nullable: true, description: 'Why nothing is advised.' })
  whyNot: OverbookingRefusal | null;

  @Field(() => OverbookingDecision, { nullable: true, description: 'The latest decision.' })
  decision: OverbookingDecision | null;
}

@ObjectType({ implements: () => [Refusal], description: 'Why a number of bookings is not accepted.' })
export class OverbookingRefused implements Refusal {
  @Field(() => OverbookingRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: OverbookingRefusal;

  message: string;

  constructor(reason: OverbookingRefusal, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `seats.overbooking.${reason}`);
  }
}

export const OverbookingResult = createUnionType({
  name: 'OverbookingResult',
  description: 'The advice with the new decision, or why it was not taken.',
  types: () => [OverbookingAdvice, OverbookingRefused] as const,
  resolveType: (value: OverbookingAdvice | OverbookingRefused) =>
    'reason' in value ? OverbookingRefused : OverbookingAdvice,
});

@ArgsType()
export class AcceptOverbookingArgs {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID()
  sessionId: string;

  @Field(() => Int, { description: 'Bookings to accept in all; the seats of the room to accept no more than those.' })
  @Min(1)
  @Max(10_000)
  seats: number;

  @Field(() => String, { description: 'Why, for the colleagues who look at it later.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Length(3, 300)
  reason: string;
}

import { ArgsType, createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsUUID, MaxLength } from 'class-validator';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { EnrolmentRefused } from './enrolment.refusal.js';
import { EnrolmentView } from './enrolment.types.js';
import { PairRefusalEnum, PairStateEnum } from './pair.enums.js';
import type { PairRefusal, PairState } from './pair.rules.js';
import { PassingOverView } from './waiting-list.types.js';

@ObjectType({ description: 'An invitation to come to a session together. It holds no seat.' })
export class PairInvitation {
  @Field(() => ID, { description: 'Identifier of the invitation.' })
  id: string;

  @Field(() => String, { description: 'Letters to give to the friend.' })
  code: string;

  @Field(() => String, { description: 'Displayed name of who invites.' })
  inviterName: string;

  @Field(() => PairStateEnum, { description: 'Where it stands.' })
  state: PairState;

  @Field(() => Boolean, { description: 'Whether the reader made it.' })
  isMine: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was sent by mail.' })
  mailedAt: Date | null;

  /** Not exposed: the door to the session. */
  sessionId: string;
}

@ObjectType({ description: 'Who comes with the holder of a booking. Each of the two may leave without the other.' })
export class PairMate {
  @Field(() => String, { description: 'Displayed name.' })
  displayName: string;

  @Field(() => Boolean, { description: 'Whether both wait: then they are offered two seats at once, or none.' })
  isServedTogether: boolean;

  @Field(() => [PassingOverView], { description: 'When a seat went past the two of them, and why; latest first.' })
  passedOver: PassingOverView[];
}

@ObjectType({ implements: () => [Refusal], description: 'Why an invitation could not be sent or answered.' })
export class PairRefused implements Refusal {
  @Field(() => PairRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: PairRefusal;

  message: string;

  constructor(reason: PairRefusal, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `pair.refusal.${reason}`);
  }
}

type Answer = PairInvitation | EnrolmentView | PairRefused | EnrolmentRefused;

function typeOf(value: Answer) {
  if (value instanceof PairRefused) return PairRefused;
  if ('reason' in value) return EnrolmentRefused;
  return 'bookingCode' in value ? EnrolmentView : PairInvitation;
}

export const InviteResult = createUnionType({
  name: 'InviteResult',
  description: 'The invitation, or why the inviter could not enrol herself.',
  types: () => [PairInvitation, EnrolmentRefused] as const,
  resolveType: typeOf,
});

export const InvitationResult = createUnionType({
  name: 'InvitationResult',
  description: 'The invitation as it is now, or why nothing was done.',
  types: () => [PairInvitation, PairRefused] as const,
  resolveType: typeOf,
});

export const AcceptPairResult = createUnionType({
  name: 'AcceptPairResult',
  description: 'The friend’s booking, or why neither of them is on the list.',
  types: () => [EnrolmentView, EnrolmentRefused, PairRefused] as const,
  resolveType: typeOf,
});

@ArgsType()
export class MailInvitationArgs {
  @Field(() => ID, { description: 'The invitation.' })
  @IsUUID()
  id: string;

  @Field(() => String, { description: 'Address of the friend; used for this mail only.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsEmail()
  @MaxLength(254)
  email: string;
}

import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EnrolmentStatusEnum, MailLinkActionEnum } from './enrolment.enums.js';
import { CancelRefused } from './enrolment.refusal.js';
import type { EnrolmentStatus } from './enrolment.rules.js';
import type { MailLinkAction } from './mail-link.rules.js';
import { OfferRefused } from './offer.refusal.js';

@ObjectType({ description: 'What a link of a mail is about, without anything that says who got it.' })
export class LinkEnrolment {
  @Field(() => EnrolmentStatusEnum, { description: 'Where the booking stands now.' })
  status: EnrolmentStatus;

  @Field(() => String, { description: 'Name of the course.' })
  courseTitle: string;

  @Field(() => Date, { description: 'Start of the session.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End of the session.' })
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the place.' })
  placeName: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when the open offer must be answered.' })
  offerDeadlineAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'Place in the waiting list; null unless waiting.' })
  rank: number | null;

  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId: string;

  @Field(() => String, { description: 'Address of the course in the catalogue.' })
  courseSlug: string;
}

@ObjectType({ description: 'What a link of a mail lets its reader do. Reading it changes nothing.' })
export class MailLinkView {
  @Field(() => MailLinkActionEnum, { description: 'What it is for.' })
  action: MailLinkAction;

  @Field(() => LinkEnrolment, { description: 'The booking as it is now.' })
  enrolment: LinkEnrolment;

  @Field(() => Boolean, { description: 'Whether it can still be used.' })
  open: boolean;

  @Field(() => String, { nullable: true, description: 'Why it cannot be used any more, in words.' })
  whyClosed: string | null;
}

export const MailLinkResult = createUnionType({
  name: 'MailLinkResult',
  description: 'What the link is about after the answer, or why the answer could not be given.',
  types: () => [MailLinkView, OfferRefused, CancelRefused] as const,
  resolveType: (value: object) => {
    if ('action' in value) return MailLinkView;
    return 'enrolment' in value ? OfferRefused : CancelRefused;
  },
});

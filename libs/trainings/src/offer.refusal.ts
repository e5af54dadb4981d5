import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { OfferRefusalEnum } from './enrolment.enums.js';
import { EnrolmentView } from './enrolment.types.js';
import type { OfferRefusal } from './offer.rules.js';

@ObjectType({ implements: () => [Refusal], description: 'Why an offer could not be answered.' })
export class OfferRefused implements Refusal {
  @Field(() => OfferRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: OfferRefusal;

  @Field(() => EnrolmentView, { nullable: true, description: 'The booking as it is now.' })
  enrolment: EnrolmentView | null;

  message: string;

  constructor(reason: OfferRefusal, enrolment: EnrolmentView | null, locale: Locale) {
    this.reason = reason;
    this.enrolment = enrolment;
    this.message = t(locale, `enrolment.offer.${reason}`);
  }
}

export const OfferResult = createUnionType({
  name: 'OfferResult',
  description: 'The booking after the answer, or why it could not be given.',
  types: () => [EnrolmentView, OfferRefused] as const,
  resolveType: (value: object) => ('reason' in value ? OfferRefused : EnrolmentView),
});

import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, LocaleEnum, NetworkEnum, Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale, Network } from '#platform/kernel';
import { type MailingStatus, MailingStatusEnum } from './audience.enums.js';
import { LEFT_OUT_REASONS, type LeftOutReason } from './mailing-reach.rules.js';

const LeftOutReasonEnum = enumOf(LEFT_OUT_REASONS);
registerEnumType(LeftOutReasonEnum, {
  name: 'LeftOutReason',
  description: 'Why somebody is left out of a mail to many.',
  valuesMap: {
    NOT_MEMBER: { description: 'Not a member of the network that writes.' },
    REFUSED: { description: 'Has refused the messages of the network.' },
    NO_ADDRESS: { description: 'Has no e-mail address.' },
  },
});

@ObjectType({ description: 'How many people are left out for a reason.' })
export class LeftOut {
  @Field(() => LeftOutReasonEnum, { description: 'The reason.' })
  reason: LeftOutReason;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'A mail to many as it would leave, and whom it reaches.' })
export class MailingPreview {
  @Field(() => String, { description: 'Subject.' })
  subject: string;

  @Field(() => String, { description: 'The mail as a page.' })
  html: string;

  @Field(() => String, { description: 'The mail as plain text.' })
  text: string;

  @Field(() => Int, { description: 'How many get it by mail.' })
  byMail: number;

  @Field(() => Int, { description: 'How many are told at reception.' })
  byNotice: number;

  @Field(() => [LeftOut], { description: 'Who is left out, and why.' })
  leftOut: LeftOut[];
}

@ObjectType({ description: 'A mail to many that was confirmed.' })
export class MailingView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => NetworkEnum, { description: 'The network that writes.' })
  network: Network;

  @Field(() => String, { description: 'Subject.' })
  subject: string;

  @Field(() => LocaleEnum, { description: 'Language it is written in.' })
  locale: Locale;

  @Field(() => MailingStatusEnum, { description: 'Where it stands.' })
  status: MailingStatus;

  @Field(() => Date, { description: 'When it was confirmed.' })
  createdAt: Date;

  @Field(() => Int, { description: 'How many people it was confirmed for.' })
  recipients: number;

  @Field(() => Int, { description: 'How many mails were handed to the outbox.' })
  handed: number;

  @Field(() => Int, { description: 'How many mails the server has taken.' })
  sent: number;

  @Field(() => Int, { description: 'How many mails could not be delivered.' })
  failed: number;
}

@ObjectType({ implements: () => [Refusal], description: 'Why a mail to many was not sent: nobody got anything.' })
export class MailingRefused extends Refusal {
  @Field(() => Int, { description: 'How many people it would go to now.' })
  recipients: number;

  static of(recipients: number, locale: Locale): MailingRefused {
    const key = recipients === 0 ? 'audience.mail.nobody' : 'audience.mail.otherNumber';
    return Object.assign(new MailingRefused(), { recipients, message: t(locale, key, { count: recipients }) });
  }
}

export const MailingResult = createUnionType({
  name: 'MailingResult',
  description: 'The mail to many that is on its way, or why it was not sent.',
  types: () => [MailingView, MailingRefused] as const,
  resolveType: (value: object) => ('message' in value ? MailingRefused : MailingView),
});

import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, enumOf } from '#platform/graphql';
import { MAIL_STATUSES, type MailStatus } from './mail.entity.js';

export const MailStatusEnum = enumOf(MAIL_STATUSES);
registerEnumType(MailStatusEnum, {
  name: 'MailStatus',
  description: 'What became of a mail.',
  valuesMap: {
    queued: { description: 'Waiting to leave, or to be tried again.' },
    sent: { description: 'The mail server took it.' },
    failed: { description: 'Given up: refused for good, or tried too often.' },
    skipped: { description: 'Not sent on purpose: no longer true, or the person has no address.' },
  },
});

@ObjectType({ description: 'A mail that was or will be sent. Its text is not kept.' })
export class MailRow {
  @Field(() => ID, { description: 'Also the left half of its Message-ID.' })
  id: string;

  @Field(() => String, { description: 'What it is about, as `enrolment-confirmed`.' })
  kind: string;

  @Field(() => String, { description: 'Masked address, as `a***@exemple.org`; empty if the person has none now.' })
  to: string;

  @Field(() => MailStatusEnum, { description: 'What became of it.' })
  status: MailStatus;

  @Field(() => String, { nullable: true, description: 'Subject line it left under; null until then.' })
  subject: string | null;

  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt: Date;

  @Field(() => Date, { description: 'Earliest time it may leave.' })
  notBefore: Date;

  @Field(() => Date, { nullable: true, description: 'When the mail server took it.' })
  sentAt: Date | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'Why it did not leave, in the language of the reader.' })
  lastError: string | null;
}

export const MailConnection = Connection(MailRow, 'Mail');

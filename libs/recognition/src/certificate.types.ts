import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection, LocaleEnum, NetworkEnum } from '#platform/graphql';
import type { Locale, Network } from '#platform/kernel';
import type { RevocationReason } from './certificate.rules.js';
import { RevocationReasonEnum } from './recognition.enums.js';

@ObjectType({ description: 'A date of a training and how long somebody was there.' })
export class DateAttended {
  @Field(() => Date, { description: 'Start of the date.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End of the date.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Minutes that she was there; 0 if she did not come.' })
  minutes: number;
}

@ObjectType({ description: 'What a certificate says of a training, as it was when it was issued.' })
export class CertifiedTraining {
  @Field(() => String, { description: 'Code by which anybody can check it, without dashes.' })
  code: string;

  @Field(() => String, { description: 'Title of the course.' })
  courseTitle: string;

  @Field(() => LocaleEnum, { description: 'Language of the title.' })
  courseLocale: Locale;

  @Field(() => [NetworkEnum], { description: 'Networks that gave the course.' })
  networks: Network[];

  @Field(() => String, { nullable: true, description: 'Organisation that gave the training with the city.' })
  partnerName: string | null;

  @Field(() => [DateAttended], { description: 'Dates that the holder was present at.' })
  dates: DateAttended[];

  @Field(() => Int, { description: 'Minutes of presence that count.' })
  minutes: number;

  @Field(() => Date, { description: 'When it was issued.' })
  issuedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null while it is valid.' })
  revokedAt: Date | null;

  @Field(() => RevocationReasonEnum, { nullable: true, description: 'Why it was revoked.' })
  revocationReason: RevocationReason | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked, as a sentence for the reader.' })
  revocation: string | null;
}

@ObjectType({ description: 'A certificate of mine.' })
export class MyCertificate extends CertifiedTraining {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'My name as it is printed: that of my contact data.' })
  holderName: string;

  @Field(() => String, { description: 'Part of the address of the course.' })
  courseSlug: string;

  @Field(() => String, { description: 'Address where anybody can check it.' })
  verifyUrl: string;

  @Field(() => Boolean, { description: 'Whether there is a PDF; else its page can be printed.' })
  hasPdf: boolean;

  @Field(() => Boolean, { description: 'Whether whoever has the code sees my name and the badge.' })
  shared: boolean;

  @Field(() => String, { nullable: true, description: 'What was written when it was revoked.' })
  revocationNote: string | null;
}

@ObjectType({ description: 'A training that I came to, wholly or in part.' })
export class RecordedTraining {
  @Field(() => ID, { description: 'Identifier of the booking.' })
  enrolmentId: string;

  @Field(() => String, { description: 'Title of the course.' })
  courseTitle: string;

  @Field(() => LocaleEnum, { description: 'Language of the title.' })
  courseLocale: Locale;

  @Field(() => String, { description: 'Part of the address of the course.' })
  courseSlug: string;

  @Field(() => [NetworkEnum], { description: 'Networks that gave the course.' })
  networks: Network[];

  @Field(() => [DateAttended], { description: 'Every past date, also those missed.' })
  dates: DateAttended[];

  @Field(() => Int, { description: 'Minutes of presence.' })
  minutes: number;

  @Field(() => Boolean, { description: 'Whether presence was enough for the course.' })
  held: boolean;

  @Field(() => ID, { nullable: true, description: 'Its valid certificate.' })
  certificateId: string | null;
}

@ObjectType({ description: 'A year of trainings.' })
export class RecordYear {
  @Field(() => Int, { description: 'Year, by the last date attended, in Paris.' })
  year: number;

  @Field(() => Int, { description: 'Minutes of presence.' })
  minutes: number;

  @Field(() => Int, { description: 'Trainings attended, wholly or in part.' })
  trainings: number;
}

@ObjectType({ description: 'My trainings and hours.' })
export class TrainingRecord {
  @Field(() => Int, { description: 'Minutes of presence in all.' })
  minutes: number;

  @Field(() => [RecordYear], { description: 'By year, the latest first.' })
  years: RecordYear[];

  @Field(() => [RecordedTraining], { description: 'The trainings, the latest first.' })
  trainings: RecordedTraining[];

  @Field(() => [MyCertificate], { description: 'The certificates, the latest first; those replaced are left out.' })
  certificates: MyCertificate[];

  @Field(() => Boolean, { description: 'Whether there are PDFs of statements; else my name cannot be set in one.' })
  hasPdf: boolean;
}

@ObjectType({ description: 'A certificate as a stranger sees it.' })
export class CheckedCertificate extends CertifiedTraining {
  @Field(() => Boolean, { description: 'Whether it is valid now.' })
  valid: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The holder: initials, or her name if she wishes so; null when her data was erased.',
  })
  holder: string | null;

  @Field(() => Boolean, { description: 'Whether the holder shows her name and her badge.' })
  shared: boolean;

  @Field(() => String, { description: 'Address of the badge, which answers while the holder shares it.' })
  badgeUrl: string;

  @Field(() => String, { description: 'Who issued it.' })
  issuer: string;
}

@ObjectType({ description: 'A certificate as coordinators list it.' })
export class CertificateRow extends CertifiedTraining {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Name that the holder shows; null when her data was erased.' })
  displayName: string | null;

  @Field(() => String, { nullable: true, description: 'What was written when it was revoked.' })
  revocationNote: string | null;

  @Field(() => Boolean, { description: 'Whether it was revoked by hand and could be issued again.' })
  canReissue: boolean;
}

export const CertificateConnection = Connection(CertificateRow, 'Certificate');

import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { REASONS_BY_HAND, type ReasonByHand } from './certificate.rules.js';
import { ReasonByHandEnum } from './recognition.enums.js';

@ArgsType()
export class RevokeCertificateArgs {
  @Field(() => ID, { description: 'The certificate.' })
  @IsUUID()
  id: string;

  @Field(() => ReasonByHandEnum, { description: 'Why, of the closed list: strangers see it.' })
  @IsIn(REASONS_BY_HAND)
  reason: ReasonByHand;

  @Field(() => String, { description: 'Why, in words, 5 to 500 characters: the holder sees it.' })
  @IsString()
  @Length(5, 500)
  note: string;
}

@ArgsType()
export class CertificateListArgs {
  @Field(() => String, { nullable: true, description: 'A code, or part of a displayed name or of a title.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only revoked ones, or only valid ones.' })
  @IsOptional()
  @IsBoolean()
  revoked: boolean | null;

  @Field(() => Int, { defaultValue: 50, description: 'Page size, at most 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the page before.' })
  @IsOptional()
  @IsString()
  after: string | null;
}

@ArgsType()
export class CertificateArgs {
  @Field(() => ID, { description: 'The certificate.' })
  @IsUUID()
  id: string;
}

@ArgsType()
export class ShareCertificateArgs extends CertificateArgs {
  @Field(() => Boolean, { description: 'Whether whoever has the code sees my name and my badge.' })
  @IsBoolean()
  shared: boolean;
}

@ArgsType()
export class CheckBadgeArgs {
  @Field(() => String, { description: 'Content of the .jwt file.' })
  @IsString()
  @MaxLength(20_000)
  badge: string;
}

import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsInt, IsOptional, Max, Min } from 'class-validator';
import { NetworkEnum } from '#platform/graphql';
import type { Role } from '#platform/identity';
import type { Network } from '#platform/kernel';
import { RoleEnum } from './accounts.types.js';

/** People type addresses on phones: a space before or after is not their mistake. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@ArgsType()
export class CodeRequestArgs {
  @Field(() => String, { description: 'Where to send the code.' })
  @Trimmed()
  @IsEmail()
  email: string;
}

@ArgsType()
export class CodeArgs extends CodeRequestArgs {
  @Field(() => String, { description: 'The six digits; spaces are ignored.' })
  code: string;
}

@ArgsType()
export class GrantRoleArgs {
  @Field(() => String, { description: 'Address of the account; it is made if there is none.' })
  @Trimmed()
  @IsEmail()
  email: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => NetworkEnum, { nullable: true, description: 'Only within this network.' })
  network?: Network | null;

  @Field(() => Int, { nullable: true, description: 'Only within this arrondissement, 1 to 20.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  arrondissement?: number | null;

  @Field(() => Date, { nullable: true, description: 'Until when.' })
  expiresAt?: Date | null;
}

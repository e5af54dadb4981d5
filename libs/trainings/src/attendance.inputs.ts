import { Field, InputType, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsNotEmpty, IsOptional, Max, MaxLength, Min } from 'class-validator';

const tidied = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;

@InputType({ description: 'The three things that are asked of somebody who comes without a booking.' })
export class WalkInInput {
  @Field(() => String, { description: 'First name.' })
  @Transform(tidied)
  @IsNotEmpty()
  @MaxLength(80)
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Address, if she has one; finds her if she is known already.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value))
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  @IsOptional()
  @Min(1900)
  @Max(2100)
  birthYear: number | null;
}

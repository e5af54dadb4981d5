import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PresenceRuleEnum } from './presence.enums.js';
import type { PresenceRule } from './presence.rules.js';

@InputType({ description: 'Which dates of a session one must attend to hold its course.' })
export class PresenceInput {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID()
  sessionId: string;

  @Field(() => PresenceRuleEnum, { description: 'All dates, so many of them, or those that are named.' })
  rule: PresenceRule;

  @Field(() => Int, { nullable: true, description: 'How many dates, with `some`; else left out.' })
  @IsOptional()
  @Min(1)
  @Max(20)
  needed?: number | null;

  @Field(() => [ID], { description: 'The dates that count, with `named`; else empty.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  dateIds: string[];
}

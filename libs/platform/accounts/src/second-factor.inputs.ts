import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsUUID, Length, MaxLength } from 'class-validator';
import { Trimmed } from './accounts.inputs.js';

/** No answer of a passkey is longer; what is could only be meant to keep us busy. */
const LONGEST_ANSWER = 16_384;

@ArgsType()
export class FactorCodeArgs {
  @Field(() => String, {
    description: 'Six digits of the program, or a recovery code; spaces and hyphens are ignored.',
  })
  @MaxLength(40)
  code: string;
}

@ArgsType()
export class PasskeyAnswerArgs {
  @Field(() => String, { description: 'What the browser answered, as the JSON of a PublicKeyCredential.' })
  @MaxLength(LONGEST_ANSWER)
  response: string;
}

@ArgsType()
export class NewPasskeyArgs extends PasskeyAnswerArgs {
  @Field(() => String, { description: 'A name by which its holder knows it again, 1 to 60 characters.' })
  @Trimmed()
  @Length(1, 60)
  name: string;
}

@ArgsType()
export class ResetArgs {
  @Field(() => ID, { description: 'Whose factors.' })
  @IsUUID()
  accountId: string;

  @Field(() => String, {
    description: 'Why, and how it is known that she asks, 10 to 500 characters. Kept in the journal.',
  })
  @Trimmed()
  @Length(10, 500)
  reason: string;
}

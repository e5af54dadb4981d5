import { Field, InterfaceType } from '@nestjs/graphql';

/** The user's business, not a fault: why something that was asked cannot be done, in words. */
@InterfaceType('Refusal', { description: 'Why something cannot be done, in the language of the reader.' })
export abstract class Refusal {
  @Field(() => String, { description: 'One sentence for the reader: why, and what to do instead.' })
  message: string;
}

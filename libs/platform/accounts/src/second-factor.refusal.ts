import { createUnionType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, Refusal } from '#platform/graphql';
import { FactorAdded, SecondFactorProved } from './second-factor.types.js';

export const FACTOR_REFUSALS = [
  'WRONG_CODE',
  'CODE_USED',
  'TOO_MANY_ATTEMPTS',
  'NOTHING_TO_CONFIRM',
  'PASSKEY_REFUSED',
  'PASSKEY_EXPIRED',
  'TOO_MANY_PASSKEYS',
] as const;
export type FactorRefusalReason = (typeof FACTOR_REFUSALS)[number];

const FactorRefusalEnum = enumOf(FACTOR_REFUSALS);
registerEnumType(FactorRefusalEnum, {
  name: 'SecondFactorRefusalReason',
  description: 'Why a second factor was not accepted.',
  valuesMap: {
    WRONG_CODE: { description: 'Neither the code of the program now nor a recovery code that is left.' },
    CODE_USED: { description: 'The code was right and has served: the next one comes within half a minute.' },
    TOO_MANY_ATTEMPTS: { description: 'Too many wrong codes in a row: no code is looked at for a while.' },
    NOTHING_TO_CONFIRM: { description: 'This account has no such factor, or its set-up was not begun.' },
    PASSKEY_REFUSED: { description: 'The passkey is unknown here, or its signature is not right.' },
    PASSKEY_EXPIRED: { description: 'The question to the passkey was answered already, or too late.' },
    TOO_MANY_PASSKEYS: { description: 'The account has as many passkeys as it may.' },
  },
});

/** Why not, before it has words. */
export interface FactorRefused {
  reason: FactorRefusalReason;
  attemptsLeft: number | null;
  retryAfterSeconds: number | null;
}

export const refused = (
  reason: FactorRefusalReason,
  attemptsLeft: number | null = null,
  retryAfterSeconds: number | null = null,
): FactorRefused => ({ reason, attemptsLeft, retryAfterSeconds });

@ObjectType({ description: 'The second factor was not accepted.', implements: () => Refusal })
export class SecondFactorRefused implements Refusal, FactorRefused {
  @Field(() => FactorRefusalEnum, { description: 'Why.' })
  reason: FactorRefusalReason;

  message: string;

  @Field(() => Int, { nullable: true, description: 'How many tries are left before a wait.' })
  attemptsLeft: number | null;

  @Field(() => Int, { nullable: true, description: 'After how many seconds a code is looked at again.' })
  retryAfterSeconds: number | null;
}

export const FactorAddedResult = createUnionType({
  name: 'FactorAddedResult',
  description: 'The factor was added, or why not.',
  types: () => [FactorAdded, SecondFactorRefused] as const,
  resolveType: (value: FactorAdded | SecondFactorRefused) => ('reason' in value ? SecondFactorRefused : FactorAdded),
});

export const SecondFactorResult = createUnionType({
  name: 'SecondFactorResult',
  description: 'The second factor was proved, or why not.',
  types: () => [SecondFactorProved, SecondFactorRefused] as const,
  resolveType: (value: SecondFactorProved | SecondFactorRefused) =>
    'reason' in value ? SecondFactorRefused : SecondFactorProved,
});

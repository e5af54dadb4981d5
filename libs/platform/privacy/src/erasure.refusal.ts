import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { ErasureAsked, ErasureUnderWay } from './my-data.types.js';

/** Why somebody cannot be erased on her wish now. */
export const ERASURE_REFUSALS = [
  'SIGN_IN_AGAIN',
  'LAST_ADMIN',
  'WRONG_CODE',
  'CODE_EXPIRED',
  'TOO_MANY_ATTEMPTS',
] as const;
export type ErasureRefusalReason = (typeof ERASURE_REFUSALS)[number];
export const ErasureRefusalEnum = Object.fromEntries(ERASURE_REFUSALS.map((reason) => [reason, reason]));
registerEnumType(ErasureRefusalEnum, {
  name: 'ErasureRefusal',
  description: 'Why an erasure cannot be asked for or confirmed now.',
  valuesMap: {
    SIGN_IN_AGAIN: { description: 'The sign-in is older than half an hour.' },
    LAST_ADMIN: { description: 'Nobody else administers the platform.' },
    WRONG_CODE: { description: 'Another code was sent.' },
    CODE_EXPIRED: { description: 'The code was sent too long ago.' },
    TOO_MANY_ATTEMPTS: { description: 'The code was tried too often.' },
  },
});

@ObjectType({ implements: () => [Refusal], description: 'Why an erasure cannot be asked for or confirmed now.' })
export class ErasureRefused implements Refusal {
  @Field(() => ErasureRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: ErasureRefusalReason;

  message: string;

  constructor(reason: ErasureRefusalReason, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `privacy.refusal.${reason}`);
  }
}

export const AskErasureResult = createUnionType({
  name: 'AskErasureResult',
  description: 'The wish as it was written down, or why it was not.',
  types: () => [ErasureAsked, ErasureRefused] as const,
  resolveType: (value: object) => ('reason' in value ? ErasureRefused : ErasureAsked),
});

export const ConfirmErasureResult = createUnionType({
  name: 'ConfirmErasureResult',
  description: 'The day of the erasure, or why it is not confirmed.',
  types: () => [ErasureUnderWay, ErasureRefused] as const,
  resolveType: (value: object) => ('reason' in value ? ErasureRefused : ErasureUnderWay),
});

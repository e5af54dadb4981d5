import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale, Network } from '#platform/kernel';
import { JOIN_REFUSALS, type JoinRefusalReason, MINIMUM_AGE } from './volunteer.rules.js';
import { Volunteer } from './volunteer.entity.js';

const JoinRefusalEnum = enumOf(JOIN_REFUSALS);
registerEnumType(JoinRefusalEnum, {
  name: 'JoinRefusalReason',
  description: 'Why somebody could not join.',
  valuesMap: {
    TOO_YOUNG: { description: 'Younger than one of the networks allows.' },
    CONSENT_MISSING: { description: 'A text that is needed was not agreed to.' },
    CONSENT_OUTDATED: { description: 'An older version of a text was agreed to than the one in force.' },
    ALREADY_JOINED: { description: 'She already belongs.' },
  },
});

@ObjectType({ description: 'Why somebody could not join.', implements: () => Refusal })
export class JoinRefused extends Refusal {
  @Field(() => JoinRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: JoinRefusalReason;
}

/** The refusal in the reader's words. */
export function joinRefused(reason: JoinRefusalReason, networks: readonly Network[], locale: Locale): JoinRefused {
  const age = Math.max(...networks.map((network) => MINIMUM_AGE[network]));
  return Object.assign(new JoinRefused(), { reason, message: t(locale, `volunteers.refusal.${reason}`, { age }) });
}

export const JoinResult = createUnionType({
  name: 'JoinResult',
  description: 'The profile, or why she could not join.',
  types: () => [Volunteer, JoinRefused] as const,
  resolveType: (value: object) => ('reason' in value ? JoinRefused : Volunteer),
});

import { registerEnumType } from '@nestjs/graphql';
import { LOCALES, NETWORKS } from '#platform/kernel';

/** Turns a closed list of words into the object that GraphQL enums are made of. */
export function enumOf<T extends string>(values: readonly T[]): { [K in T]: K } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
}

export const NetworkEnum = enumOf(NETWORKS);
registerEnumType(NetworkEnum, {
  name: 'Network',
  description: 'A network of volunteers.',
  valuesMap: {
    solidarity: { description: 'Volunteers of Solidarity (Fabrique de la Solidarité).' },
    climate: { description: 'Volunteers of the Climate.' },
    paris: { description: 'The wider Volunteers of Paris.' },
  },
});

export const LocaleEnum = enumOf(LOCALES);
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language of the interface and of mails.',
  valuesMap: {
    fr: { description: 'French, the source language.' },
    en: { description: 'English.' },
    es: { description: 'Spanish.' },
    uk: { description: 'Ukrainian.' },
    ar: { description: 'Arabic, written from right to left.' },
  },
});

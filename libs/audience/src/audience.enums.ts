import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { CONDITION_KINDS } from './condition.rules.js';
import { EXPORT_COLUMNS } from './export-columns.rules.js';
import { PEOPLE_SORTS } from './people-order.rules.js';

export const TAG_COLOURS = ['grey', 'red', 'orange', 'yellow', 'green', 'blue', 'violet', 'pink'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];
export const TagColourEnum = enumOf(TAG_COLOURS);
registerEnumType(TagColourEnum, {
  name: 'TagColour',
  description: 'Colour of a tag; the word beside it says the same.',
  valuesMap: {
    grey: { description: 'Grey.' },
    red: { description: 'Red.' },
    orange: { description: 'Orange.' },
    yellow: { description: 'Yellow.' },
    green: { description: 'Green.' },
    blue: { description: 'Blue.' },
    violet: { description: 'Violet.' },
    pink: { description: 'Pink.' },
  },
});

export const ConditionKindEnum = enumOf(CONDITION_KINDS);
registerEnumType(ConditionKindEnum, {
  name: 'ConditionKind',
  description: 'What a part of a filter asks about people.',
  valuesMap: {
    network: { description: 'Member of one of these networks.' },
    arrondissement: { description: 'Lives in one of these arrondissements, `1` to `20`.' },
    commune: { description: 'Lives in one of these communes.' },
    language: { description: 'Speaks one of these languages.' },
    skill: { description: 'Has one of these skills.' },
    theme: { description: 'Cares about one of these themes.' },
    availability: { description: 'Usually free at one of these moments, as `mon-evening`.' },
    attended: { description: 'Attended one of these courses (identifiers), if asked since a day.' },
    trained: { description: 'Attended any course, if asked since a day.' },
    enrolled: { description: 'Enrolled in or waiting for one of these sessions (identifiers).' },
    noShows: { description: 'Stayed away from that many sessions or more.' },
    joined: { description: 'Became known between these days.' },
    written: { description: 'Was sent a mail, if asked since a day.' },
    consent: { description: 'Agrees to one of these purposes now.' },
    mailable: { description: 'May be written to by one of these networks.' },
    email: { description: 'Has an e-mail address.' },
    account: { description: 'Has signed in.' },
    tag: { description: 'Has one of these tags (identifiers).' },
    source: { description: 'Came to be known in one of these ways.' },
  },
});

export const PeopleSortEnum = enumOf(PEOPLE_SORTS);
registerEnumType(PeopleSortEnum, {
  name: 'PeopleSort',
  description: 'An order of the list of people.',
  valuesMap: {
    name: { description: 'By displayed name.' },
    place: { description: 'By arrondissement; those who live elsewhere come last.' },
    arrival: { description: 'By when they became known.' },
    source: { description: 'By how they became known.' },
    account: { description: 'Those who have signed in first.' },
    relevance: { description: 'By likeness to the typed words, best first; by name when nothing is typed.' },
  },
});

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const ExportFormatEnum = enumOf(EXPORT_FORMATS);
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'Kind of a file.',
  valuesMap: {
    csv: { description: 'Text with semicolons, UTF-8.' },
    xlsx: { description: 'Spreadsheet.' },
  },
});

export const ExportColumnEnum = enumOf(EXPORT_COLUMNS);
registerEnumType(ExportColumnEnum, {
  name: 'ExportColumn',
  description: 'A column of an exported list.',
  valuesMap: {
    displayName: { description: 'Name that others see.' },
    givenName: { description: 'First name, from behind the guarded door.' },
    familyName: { description: 'Family name, from behind the guarded door.' },
    email: { description: 'E-mail address, from behind the guarded door.' },
    phone: { description: 'Telephone number, from behind the guarded door.' },
    birthYear: { description: 'Year of birth, from behind the guarded door.' },
    networks: { description: 'Networks.' },
    arrondissement: { description: 'Arrondissement.' },
    commune: { description: 'Commune.' },
    languages: { description: 'Languages.' },
    skills: { description: 'Skills.' },
    themes: { description: 'Themes.' },
    availability: { description: 'Moments of the week.' },
    tags: { description: 'Tags of the networks that the reader coordinates.' },
    trainings: { description: 'How many courses were attended.' },
    lastPresence: { description: 'Day of the last presence.' },
    source: { description: 'How the person became known.' },
    joinedOn: { description: 'Day on which the person became known.' },
  },
});

export const MAILING_STATUSES = ['sending', 'sent', 'stopped'] as const;
export type MailingStatus = (typeof MAILING_STATUSES)[number];
export const MailingStatusEnum = enumOf(MAILING_STATUSES);
registerEnumType(MailingStatusEnum, {
  name: 'MailingStatus',
  description: 'Where a mail to many stands.',
  valuesMap: {
    sending: { description: 'Being handed to the outbox.' },
    sent: { description: 'Handed over in whole.' },
    stopped: { description: 'Stopped by a coordinator before the end.' },
  },
});

import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { CATCH_UP_REFUSALS, PRESENCE_RULES } from './presence.rules.js';

export const PresenceRuleEnum = enumOf(PRESENCE_RULES);
registerEnumType(PresenceRuleEnum, {
  name: 'PresenceRule',
  description: 'Which dates of a session one must attend to hold its course.',
  valuesMap: {
    all: { description: 'Every date.' },
    some: { description: 'Any so many of them.' },
    named: { description: 'Those that are named; the others are optional.' },
  },
});

export const CatchUpRefusalEnum = enumOf(CATCH_UP_REFUSALS);
registerEnumType(CatchUpRefusalEnum, {
  name: 'CatchUpRefusal',
  description: 'Why a missed date cannot be made up there.',
  valuesMap: {
    NOT_MISSED: { description: 'She has no date of that rank to make up.' },
    DATE_BEGUN: { description: 'The date has begun.' },
    NOT_OPEN: { description: 'The session is not in the catalogue.' },
    ALREADY_BOOKED: { description: 'She is on the list of that session already.' },
    FULL: { description: 'No seat is free, or people wait for it.' },
  },
});

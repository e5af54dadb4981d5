import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { GRANTED_HOW, QUALIFICATION_NEEDS, QUALIFICATION_STATES } from './qualification.rules.js';

export const QualificationNeedsEnum = enumOf(QUALIFICATION_NEEDS);
registerEnumType(QualificationNeedsEnum, {
  name: 'QualificationNeeds',
  description: 'What earns a qualification.',
  valuesMap: {
    courses: { description: 'Holding every one of its courses.' },
    days: { description: 'Days of its courses, added up.' },
    hours: { description: 'Hours of its courses, added up.' },
  },
});

export const GrantedHowEnum = enumOf(GRANTED_HOW);
registerEnumType(GrantedHowEnum, {
  name: 'GrantedHow',
  description: 'Why somebody has a qualification.',
  valuesMap: {
    courses: { description: 'Its courses earned it.' },
    refresher: { description: 'A refresher renewed it.' },
    proof: { description: 'A coordinator saw a proof from elsewhere.' },
  },
});

export const QualificationStateEnum = enumOf(QUALIFICATION_STATES);
registerEnumType(QualificationStateEnum, {
  name: 'QualificationState',
  description: 'Where somebody stands with a qualification today.',
  valuesMap: {
    none: { description: 'Does not have it yet.' },
    valid: { description: 'Has it.' },
    ending: { description: 'Has it, and it ends within 60 days.' },
    ended: { description: 'Had it.' },
  },
});

import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';

export const PERSON_EVENTS = [
  'known',
  'joined',
  'left',
  'enrolment',
  'present',
  'absent',
  'consentGiven',
  'consentWithdrawn',
  'tagged',
  'mail',
  'journal',
] as const;
export type PersonEventKind = (typeof PERSON_EVENTS)[number];

const PersonEventEnum = enumOf(PERSON_EVENTS);
registerEnumType(PersonEventEnum, {
  name: 'PersonEventKind',
  description: 'What happened with a person.',
  valuesMap: {
    known: { description: 'She became known; `what` is how.' },
    joined: { description: 'She joined a network; `what` is which.' },
    left: { description: 'She left a network; `what` is which.' },
    enrolment: { description: 'A booking; `what` is the course, `detail` where it stands.' },
    present: { description: 'She was there; `what` is the course.' },
    absent: { description: 'She stayed away; `what` is the course.' },
    consentGiven: { description: 'She agreed; `what` is the purpose.' },
    consentWithdrawn: { description: 'She took an agreement back; `what` is the purpose.' },
    tagged: { description: 'She got a tag that she still has; `what` is the word.' },
    mail: { description: 'She was sent a mail; `what` is its subject.' },
    journal: { description: 'Somebody did or read something; `what` is the action, `detail` the purpose.' },
  },
});

@ObjectType({ description: 'Something that happened with a person.' })
export class PersonEvent {
  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => PersonEventEnum, { description: 'What kind of thing.' })
  kind: PersonEventKind;

  @Field(() => String, { description: 'What it was about, as the kind has it.' })
  what: string;

  @Field(() => String, { nullable: true, description: 'More, as the kind has it.' })
  detail: string | null;

  @Field(() => String, { nullable: true, description: 'Who did it, by role; null for herself and the platform.' })
  actor: string | null;
}

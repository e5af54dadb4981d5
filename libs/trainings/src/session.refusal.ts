import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { CourseView } from './course.types.js';
import type { SessionEditRefusal } from './session.rules.js';
import { SessionView } from './session.types.js';
import { SessionEditRefusalEnum } from './trainings.enums.js';

@ObjectType({ implements: () => [Refusal], description: 'A course or a session was not saved, and why.' })
export class SessionEditRefused implements Refusal {
  @Field(() => SessionEditRefusalEnum, { description: 'Why.' })
  reason: SessionEditRefusal;

  message: string;

  @Field(() => [String], { description: 'Titles of files without a text version, if that is why.' })
  files: string[];

  constructor(reason: SessionEditRefusal, locale: Locale, files: string[] = []) {
    this.reason = reason;
    this.files = files;
    this.message = t(locale, `trainings.edit.${reason}`, { files: new Intl.ListFormat(locale).format(files) });
  }
}

@ObjectType({ description: 'What saving or cancelling a session set off.' })
export class SessionEffect {
  @Field(() => Int, { description: 'How many people are told by mail.' })
  notified: number;

  @Field(() => Int, { description: 'How many seats were offered to people who waited.' })
  offersMade: number;
}

@ObjectType({ description: 'A session was saved or cancelled.' })
export class SessionSaved {
  @Field(() => SessionView, { description: 'The session as it is now.' })
  session: SessionView;

  @Field(() => SessionEffect, { description: 'What that set off.' })
  effect: SessionEffect;
}

export const SessionSaveResult = createUnionType({
  name: 'SessionSaveResult',
  description: 'The saved session, or why it was not saved.',
  types: () => [SessionSaved, SessionEditRefused] as const,
  resolveType: (value: SessionSaved | SessionEditRefused) => ('reason' in value ? SessionEditRefused : SessionSaved),
});

export const CourseSaveResult = createUnionType({
  name: 'CourseSaveResult',
  description: 'The saved course, or why it was not saved.',
  types: () => [CourseView, SessionEditRefused] as const,
  resolveType: (value: CourseView | SessionEditRefused) => ('reason' in value ? SessionEditRefused : CourseView),
});

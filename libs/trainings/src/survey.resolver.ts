import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { IdArg } from './id-arg.js';
import { SessionAccess } from './session-access.js';
import { SurveyQueries } from './survey.queries.js';
import type { CommentState } from './survey.rules.js';
import { SurveyService } from './survey.service.js';
import {
  AnswerSurveyArgs,
  CommentStateEnum,
  CourseChangeInput,
  CourseChangeView,
  SaveSurveyArgs,
  SurveyQuestionTexts,
  SurveyResults,
  SurveyView,
} from './survey.types.js';

@Resolver()
export class SurveyResolver {
  constructor(
    private readonly queries: SurveyQueries,
    private readonly service: SurveyService,
    private readonly access: SessionAccess,
  ) {}

  @Query(() => SurveyView, { nullable: true, description: 'The survey of a link; null for one that is not ours.' })
  @Allow('public')
  async survey(
    @Args('token', { type: () => String, description: 'Token of the link.' }) token: string,
    @ReaderLocale() locale: Locale,
  ): Promise<SurveyView | null> {
    const row = await this.queries.ofLink(token);
    return row && this.queries.view(row, locale);
  }

  @Query(() => [SurveyView], { description: 'Surveys that I may answer now.' })
  @Allow('volunteer')
  mySurveys(@Me() me: Actor, @ReaderLocale() locale: Locale): Promise<SurveyView[]> {
    return me.volunteerId ? this.queries.openTo(me.volunteerId, locale) : Promise.resolve([]);
  }

  @Query(() => SurveyResults, { description: 'What people said after a session that I give or coordinate.' })
  @Allow('trainer', 'coordinator')
  async surveyResults(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<SurveyResults> {
    await this.access.toCheckIn(me, sessionId);
    return this.queries.results(sessionId, await this.mayModerate(me, sessionId), locale);
  }

  @Query(() => [SurveyQuestionTexts], { description: 'The three questions that are asked after a course.' })
  @Allow('coordinator')
  surveyQuestions(@IdArg('courseId', 'Identifier of the course.') courseId: string): Promise<SurveyQuestionTexts[]> {
    return this.queries.questions(courseId);
  }

  @Query(() => [CourseChangeView], { description: 'What was changed in a course because of what people said.' })
  @Allow('public')
  courseChanges(
    @Args('slug', { type: () => String, description: 'Address of the course.' }) slug: string,
  ): Promise<CourseChangeView[]> {
    return this.queries.changes(slug);
  }

  @Mutation(() => Boolean, { description: 'Answers a survey, once; false when that is not possible any more.' })
  @Allow('public')
  answerSurvey(@Args() args: AnswerSurveyArgs): Promise<boolean> {
    return this.service.answer(args);
  }

  @Mutation(() => Boolean, { description: 'Shows a comment to trainers, or hides it.' })
  @Allow('coordinator')
  async moderateComment(
    @IdArg('id', 'Identifier of the comment.') id: string,
    @Args('state', { type: () => CommentStateEnum, description: 'What becomes of it.' }) state: CommentState,
    @Me() me: Actor,
  ): Promise<boolean> {
    const sessionId = await this.queries.sessionOfComment(id);
    if (!sessionId) throw notFound('Comment');
    await this.access.toCoordinate(me, sessionId);
    await this.service.moderate(id, state);
    return true;
  }

  @Mutation(() => [SurveyQuestionTexts], { description: 'Sets the three questions of a course that I coordinate.' })
  @Allow('coordinator')
  async saveSurvey(@Args() args: SaveSurveyArgs, @Me() me: Actor): Promise<SurveyQuestionTexts[]> {
    await this.service.saveQuestions(args, me);
    return this.queries.questions(args.courseId);
  }

  @Mutation(() => Boolean, { description: 'Says what was changed in a course that I coordinate.' })
  @Allow('coordinator')
  async addCourseChange(
    @Args('input', { type: () => CourseChangeInput, description: 'What was changed.' }) input: CourseChangeInput,
    @Me() me: Actor,
  ): Promise<boolean> {
    await this.service.addChange(input, me);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Takes such an entry back.' })
  @Allow('coordinator')
  async removeCourseChange(@IdArg('id', 'Identifier of the entry.') id: string, @Me() me: Actor): Promise<boolean> {
    await this.service.removeChange(id, me);
    return true;
  }

  private mayModerate(me: Actor, sessionId: string): Promise<boolean> {
    return this.access.toCoordinate(me, sessionId).then(
      () => true,
      () => false,
    );
  }
}

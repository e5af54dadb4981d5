import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { CourseInput, PlaceInput, ThemeArgs } from './course.inputs.js';
import { CourseQueries } from './course.queries.js';
import { CourseService } from './course.service.js';
import { CourseView } from './course.types.js';
import { Partner } from './partner.entity.js';
import { Place } from './place.entity.js';
import { PlaceService } from './place.service.js';
import { CourseSaveResult, SessionEditRefused } from './session.refusal.js';
import { Theme } from './theme.entity.js';

@Resolver()
export class CourseResolver {
  constructor(
    private readonly queries: CourseQueries,
    private readonly service: CourseService,
    private readonly placeService: PlaceService,
  ) {}

  @Query(() => CourseView, { nullable: true, description: 'A course by its address in the catalogue.' })
  @Allow('public')
  course(
    @Args('slug', { type: () => String, description: 'Address of the course, as in `aller-vers`.' }) slug: string,
    @Me() me: Actor | null,
  ): Promise<CourseView | null> {
    return this.queries.bySlug(slug, me);
  }

  @Query(() => [CourseView], { description: 'Published courses; for coordinators also drafts and archives, if asked.' })
  @Allow('public')
  courses(
    @Args('includeUnpublished', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Also drafts and archives of my networks.',
    })
    unpublished: boolean,
    @Me() me: Actor | null,
  ): Promise<CourseView[]> {
    return this.queries.all(unpublished, me);
  }

  @Query(() => [Theme], { description: 'Themes, the latest quarter first.' })
  @Allow('public')
  themes(): Promise<Theme[]> {
    return this.queries.themes();
  }

  @Query(() => [Place], { description: 'Places where sessions are held.' })
  @Allow('public')
  places(): Promise<Place[]> {
    return this.queries.places();
  }

  @Query(() => [Partner], { description: 'Associations that give sessions with the city.' })
  @Allow('public')
  partners(): Promise<Partner[]> {
    return this.queries.partners();
  }

  @Mutation(() => CourseSaveResult, { description: 'Makes or changes a course of a network that I coordinate.' })
  @Allow('coordinator')
  async saveCourse(
    @Args('input', { type: () => CourseInput, description: 'The course as it shall be.' }) input: CourseInput,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CourseView | SessionEditRefused> {
    const saved = await this.service.save(input, me);
    if ('refused' in saved) return new SessionEditRefused(saved.refused, locale, saved.files);
    const course = await this.queries.byId(saved.id);
    if (!course) throw notFound('Course');
    return course;
  }

  @Mutation(() => Theme, { description: 'Makes or changes the theme of a quarter of a network that I coordinate.' })
  @Allow('coordinator')
  saveTheme(@Args() theme: ThemeArgs, @Me() me: Actor): Promise<Theme> {
    return this.service.saveTheme(theme, me);
  }

  @Mutation(() => Place, {
    description: 'Adds or changes a place. If its name or address changes, those expected there are told.',
  })
  @Allow('coordinator')
  savePlace(
    @Args('input', { type: () => PlaceInput, description: 'The place as it shall be.' }) input: PlaceInput,
    @Me() me: Actor,
  ): Promise<Place> {
    return this.placeService.save(input, me);
  }
}

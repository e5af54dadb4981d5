import { Args, Field, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, Length } from 'class-validator';
import { LocaleEnum, ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { LIVED_EXPERIENCE_PURPOSES, type LivedExperiencePurpose } from './lived-experience.entities.js';
import {
  LivedExperienceService,
  type LivedExperienceWish,
  type OwnLivedExperience,
  type SharedLivedExperience,
} from './lived-experience.service.js';
import { LIVED_EXPERIENCE_TEXT, textShownIn } from './lived-experience.text.js';
import { volunteerOf } from './volunteer.resolver.js';

const PurposeEnum = { training: 'training', advice: 'advice' } as const;
registerEnumType(PurposeEnum, {
  name: 'LivedExperiencePurpose',
  description: 'What somebody agrees that her experience is asked for.',
  valuesMap: {
    training: { description: 'To be asked to tell of it in a training.' },
    advice: { description: 'To be asked for advice on services of the city.' },
  },
});

@ObjectType({ description: 'That what I told was read.' })
class LivedExperienceReadingView {
  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => PurposeEnum, { description: 'For which of the purposes I agreed to.' })
  purpose: LivedExperiencePurpose;
}

@ObjectType({ description: 'What I tell of my own experience of homelessness. Nobody else is shown this type.' })
class MyLivedExperience {
  @Field(() => String, { description: 'My words.' })
  words: string;

  @Field(() => [PurposeEnum], { description: 'What I agree that I am asked for.' })
  purposes: LivedExperiencePurpose[];

  @Field(() => String, { description: 'The text that I agreed to.' })
  consentText: string;

  @Field(() => Date, { description: 'When I first told.' })
  givenAt: Date;

  @Field(() => [LivedExperienceReadingView], { description: 'When it was read and what for, last first.' })
  readings: LivedExperienceReadingView[];
}

@ObjectType({ description: 'The text that one agrees to before telling.' })
class LivedExperienceText {
  @Field(() => Int, { description: 'Version; send it back.' })
  version: number;

  @Field(() => LocaleEnum, { description: 'Language of the text.' })
  locale: Locale;

  @Field(() => String, { description: 'The text; blank lines separate paragraphs.' })
  body: string;
}

@ObjectType({ description: 'What somebody told for a purpose that she agreed to.' })
class SharedLivedExperienceView {
  @Field(() => String, { description: 'Her name as others see it.' })
  displayName: string;

  @Field(() => String, { description: 'Her words.' })
  words: string;
}

@InputType({ description: 'What I want to tell of my own experience.' })
class LivedExperienceInput implements LivedExperienceWish {
  @Field(() => String, { description: 'My words, 1 to 2000 signs.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Length(1, 2000)
  words: string;

  @Field(() => [PurposeEnum], { description: 'What I agree that I am asked for; may be empty.' })
  @ArrayMaxSize(LIVED_EXPERIENCE_PURPOSES.length)
  @IsIn(LIVED_EXPERIENCE_PURPOSES, { each: true })
  purposes: LivedExperiencePurpose[];

  @Field(() => Int, { description: 'Version of the text that I was shown and agree to.' })
  @IsInt()
  consentVersion: number;
}

@Resolver()
export class LivedExperienceResolver {
  constructor(private readonly service: LivedExperienceService) {}

  @Query(() => LivedExperienceText, { description: 'The text that one agrees to before telling.' })
  @Allow('volunteer')
  livedExperienceText(@ReaderLocale() locale: Locale): LivedExperienceText {
    return { version: LIVED_EXPERIENCE_TEXT.version, ...textShownIn(locale) };
  }

  @Query(() => MyLivedExperience, { nullable: true, description: 'What I told; null if I told nothing.' })
  @Allow('volunteer')
  myLivedExperience(@Me() me: Actor): Promise<OwnLivedExperience | null> {
    return this.service.own(volunteerOf(me));
  }

  @Mutation(() => MyLivedExperience, { nullable: true, description: 'Tells, or changes what was told.' })
  @Allow('volunteer')
  async saveLivedExperience(
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
    @Args('input', { type: () => LivedExperienceInput, description: 'What, and for what.' })
    input: LivedExperienceInput,
  ): Promise<OwnLivedExperience | null> {
    await this.service.save(volunteerOf(me), input, locale);
    return this.service.own(volunteerOf(me));
  }

  @Mutation(() => Boolean, { description: 'Takes back what I told: it is deleted at once.' })
  @Allow('volunteer')
  async withdrawLivedExperience(@Me() me: Actor): Promise<boolean> {
    await this.service.withdraw(volunteerOf(me));
    return true;
  }

  @Mutation(() => [SharedLivedExperienceView], {
    description: 'Reads what people told for one purpose, of those who agreed to it; each of them sees the reading.',
  })
  @Allow('admin')
  readLivedExperiences(
    @Me() me: Actor,
    @Args('purpose', { type: () => PurposeEnum, description: 'Which purpose.' }) purpose: LivedExperiencePurpose,
  ): Promise<SharedLivedExperience[]> {
    return this.service.forPurpose(me, purpose);
  }
}

import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsOptional, IsUrl, IsUUID, Length, MaxLength } from 'class-validator';
import { enumOf, LocaleEnum } from '#platform/graphql';
import type { Locale } from '#platform/kernel';
import { MATERIAL_AUDIENCES, MATERIAL_KINDS, type MaterialAudience, type MaterialKind } from './material.rules.js';

export const MaterialAudienceEnum = enumOf(MATERIAL_AUDIENCES);
registerEnumType(MaterialAudienceEnum, {
  name: 'MaterialAudience',
  description: 'Who may read a material.',
  valuesMap: {
    public: { description: 'Everybody.' },
    attendees: { description: 'Who holds a seat in a session of the course, gives one, or coordinates it.' },
  },
});

export const MaterialKindEnum = enumOf(MATERIAL_KINDS);
registerEnumType(MaterialKindEnum, {
  name: 'MaterialKind',
  description: 'What a material is.',
  valuesMap: {
    pdf: { description: 'A PDF.' },
    slides: { description: 'A presentation.' },
    document: { description: 'A document of a word processor.' },
    image: { description: 'An image.' },
    audio: { description: 'A sound.' },
    video: { description: 'A film, or a link to one.' },
  },
});

@ObjectType({ description: 'A material that took the place of another.' })
export class MaterialLink {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => Int, { description: 'Number of its edition, from 1.' })
  edition: number;
}

@ObjectType('Material', { description: 'A file or a film of a course, and the same as text.' })
export class MaterialView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => MaterialKindEnum, { description: 'What it is.' })
  kind: MaterialKind;

  @Field(() => String, { nullable: true, description: 'Name of the file.' })
  fileName: string | null;

  @Field(() => Int, { nullable: true, description: 'Size of the file, in bytes.' })
  size: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the file or the film is; null if the reader may not have it.',
  })
  url: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same as text; null if the reader may not have it, empty as long as it is missing.',
  })
  textVersion: string | null;

  @Field(() => LocaleEnum, { description: 'Language of the title and the text.' })
  locale: Locale;

  @Field(() => MaterialAudienceEnum, { description: 'Who may read it.' })
  audience: MaterialAudience;

  @Field(() => Int, { description: 'Number of its edition, from 1.' })
  edition: number;

  @Field(() => Boolean, { description: 'Whether its text version is missing.' })
  lacksText: boolean;

  @Field(() => MaterialLink, { nullable: true, description: 'What took its place.' })
  replacedBy: MaterialLink | null;

  @Field(() => String, { description: 'Address of its course.' })
  courseSlug: string;

  @Field(() => String, { description: 'Name of its course.' })
  courseTitle: string;

  @Field(() => Date, { description: 'When it was last changed.' })
  updatedAt: Date;
}

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@InputType({ description: 'A material to add or to change.' })
export class MaterialInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; left out for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => ID, { description: 'The course; fixed afterwards.' })
  @IsUUID()
  courseId: string;

  @Field(() => String, { description: 'Title.' })
  @Trimmed()
  @Length(3, 120)
  title: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A file that was sent before. For a known material it takes the place of the old one.',
  })
  @IsOptional()
  @IsUUID()
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a film, instead of a file.' })
  @IsOptional()
  @Trimmed()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  videoUrl?: string | null;

  @Field(() => String, { description: 'The same as text; needed as soon as the course is published.' })
  @MaxLength(100_000)
  textVersion: string;

  @Field(() => LocaleEnum, { description: 'Language of the title and the text.' })
  locale: Locale;

  @Field(() => MaterialAudienceEnum, { description: 'Who may read it.' })
  audience: MaterialAudience;
}

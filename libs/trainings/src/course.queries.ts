import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { hasPage } from './course.rules.js';
import type { CourseView } from './course.types.js';
import { Partner } from './partner.entity.js';
import { Place } from './place.entity.js';
import { Theme } from './theme.entity.js';

/**
 * A course `c` with its theme and prerequisites as one JSON object in the shape of `CourseView`.
 * @param viewer SQL of the id of the volunteer who reads, or of null
 */
export const courseJson = (viewer: string): string => `
  json_build_object(
    'id', c.id, 'slug', c.slug, 'networks', c.networks, 'title', c.title, 'summary', c.summary,
    'description', c.description, 'material', c.material, 'locale', c.locale, 'minimumAge', c.minimum_age,
    'status', c.status, 'version', c.version,
    'theme', (select row_to_json(th) from theme th where th.id = c.theme_id),
    'prerequisites', coalesce((
      select json_agg(json_build_object('id', rc.id, 'slug', rc.slug, 'title', rc.title, 'held',
               case when ${viewer}::uuid is null then null
                    else exists (select 1 from held_course h
                                  where h.volunteer_id = ${viewer} and h.course_id = rc.id) end) order by rc.title)
        from course_prerequisite cp join course rc on rc.id = cp.required_course_id
       where cp.course_id = c.id), '[]'))`;

const BY_SLUG = `select ${courseJson('$2')} as course from course c where c.slug = $1`;
const BY_ID = `select ${courseJson('$2')} as course from course c where c.id = $1`;
const ALL = `
  select ${courseJson('$1')} as course from course c
   where c.status = 'published' or ($2::text[] is not null and c.networks && $2)
   order by c.title, c.id`;

/** Courses and what their forms choose from. */
@Injectable()
export class CourseQueries {
  constructor(private readonly db: Database) {}

  /** A course by its address; a draft only for who coordinates one of its networks. */
  async bySlug(slug: string, me: Actor | null): Promise<CourseView | null> {
    const [row] = await this.db.read<{ course: CourseView }>('course-by-slug', BY_SLUG, [
      slug,
      me?.volunteerId ?? null,
    ]);
    return row && (hasPage(row.course.status) || coordinatesOneOf(me, row.course.networks)) ? row.course : null;
  }

  /** A course by its id, whoever asks. */
  async byId(id: string): Promise<CourseView | null> {
    const [row] = await this.db.read<{ course: CourseView }>('course-by-id', BY_ID, [id, null]);
    return row?.course ?? null;
  }

  /** Published courses and, if asked, also the drafts and archives of the networks that the reader coordinates. */
  async all(includeUnpublished: boolean, me: Actor | null): Promise<CourseView[]> {
    const networks = includeUnpublished && me ? networksOf(me) : null;
    const rows = await this.db.read<{ course: CourseView }>('courses', ALL, [me?.volunteerId ?? null, networks]);
    return rows.map((row) => row.course);
  }

  themes(): Promise<Theme[]> {
    return this.db.repo(Theme).find({ order: { quarter: 'DESC', network: 'ASC' } });
  }

  places(): Promise<Place[]> {
    return this.db.repo(Place).find({ order: { name: 'ASC' } });
  }

  partners(): Promise<Partner[]> {
    return this.db.repo(Partner).find({ order: { name: 'ASC' } });
  }
}

/** Networks whose courses somebody may change; courses belong to no other. */
export function networksOf(me: Actor): CourseView['networks'] {
  return (['solidarity', 'climate'] as const).filter((network) => me.coordinates(network));
}

/** Whether somebody may change what these networks give together. */
export function coordinatesOneOf(me: Actor | null, networks: readonly CourseView['networks'][number][]): boolean {
  return me !== null && networks.some((network) => me.coordinates(network));
}

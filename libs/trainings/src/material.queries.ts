import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import type { Network } from '#platform/kernel';
import { coordinatesOneOf } from './course.queries.js';
import { hasPage, type CourseStatus } from './course.rules.js';
import { kindOf, type MaterialAudience } from './material.rules.js';
import type { MaterialView } from './material.types.js';

interface Row extends Omit<MaterialView, 'kind' | 'url' | 'textVersion' | 'lacksText'> {
  mime: string | null;
  videoUrl: string | null;
  textVersion: string;
  courseStatus: CourseStatus;
  networks: Network[];
  /** The reader holds a seat in a session of the course, or gives one. */
  isInside: boolean;
}

const ROWS = `
  select m.id, m.title, f.name as "fileName", f.size, f.mime, m.video_url as "videoUrl", m.text_version as "textVersion",
         m.locale, m.audience, m.edition, m.updated_at as "updatedAt",
         (select json_build_object('id', n.id, 'title', n.title, 'edition', n.edition)
            from course_material n where n.id = m.replaced_by) as "replacedBy",
         c.slug as "courseSlug", c.title as "courseTitle", c.status as "courseStatus", c.networks,
         $2::uuid is not null and (
           exists (select 1 from enrolment e join training_session s on s.id = e.session_id
                    where s.course_id = c.id and e.volunteer_id = $2 and e.status = 'enrolled')
           or exists (select 1 from session_trainer st join training_session s on s.id = st.session_id
                       where s.course_id = c.id and st.volunteer_id = $2)) as "isInside"
    from course_material m
    join course c on c.id = m.course_id
    left join material_file f on f.id = m.file_id`;
const OF_COURSE = `${ROWS} where c.slug = $1 and m.replaced_by is null order by m.created_at, m.id`;
const BY_ID = `${ROWS} where m.id = $1`;

const FILE = `
  select f.name, f.mime, f.sha256, f.bytes from course_material m join material_file f on f.id = m.file_id where m.id = $1`;

const WITHOUT_TEXT = `
  select title from course_material
   where course_id = $1 and replaced_by is null and btrim(text_version, E' \\t\\r\\n') = '' order by title`;

/** A file on its way to a reader. */
export interface FileToSend {
  name: string;
  mime: string;
  sha256: string;
  bytes: Buffer;
}

/** Reads about materials, each as far as the reader may see it. */
@Injectable()
export class MaterialQueries {
  constructor(private readonly db: Database) {}

  /** The current materials of a course; what is for attendees is named to everybody. */
  async ofCourse(slug: string, me: Actor | null): Promise<MaterialView[]> {
    const rows = await this.db.query<Row>(OF_COURSE, [slug, me?.volunteerId ?? null]);
    return rows.flatMap((row) => viewFor(row, me) ?? []);
  }

  /** A material, also one that was replaced; null if its course has no page for the reader. */
  async byId(id: string, me: Actor | null): Promise<MaterialView | null> {
    const [row] = isUUID(id) ? await this.db.query<Row>(BY_ID, [id, me?.volunteerId ?? null]) : [];
    return row ? viewFor(row, me) : null;
  }

  /** The file of a material; null if there is none. Whether the reader may have it is asked before. */
  async file(id: string): Promise<FileToSend | null> {
    const [file] = await this.db.query<FileToSend>(FILE, [id]);
    return file ?? null;
  }

  /** Titles of the materials of a course that have no text. */
  async withoutText(courseId: string): Promise<string[]> {
    return (await this.db.query<{ title: string }>(WITHOUT_TEXT, [courseId])).map(({ title }) => title);
  }
}

function viewFor(row: Row, me: Actor | null): MaterialView | null {
  const { mime, videoUrl, courseStatus, networks, isInside, textVersion, ...view } = row;
  const isTheirs = coordinatesOneOf(me, networks);
  if (!hasPage(courseStatus) && !isTheirs) return null;
  const mayRead = isTheirs || mayHave(row.audience, isInside);
  const file = row.fileName === null ? null : `/material-files/${row.id}`;
  return {
    ...view,
    kind: kindOf(mime),
    url: mayRead ? (videoUrl ?? file) : null,
    textVersion: mayRead ? textVersion : null,
    lacksText: textVersion.trim() === '',
  };
}

function mayHave(audience: MaterialAudience, isInside: boolean): boolean {
  return audience === 'public' || isInside;
}

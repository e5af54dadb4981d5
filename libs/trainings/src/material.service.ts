import { createHash, randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { Course } from './course.entity.js';
import { requireScope } from './course.service.js';
import { CourseMaterial, MaterialFile } from './material.entity.js';
import { LARGEST_MATERIAL, sniff, tidyName } from './material.rules.js';
import type { MaterialInput } from './material.types.js';

const fault = (path: string, rule: string): Error =>
  userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path, rule }]);

// The file of who sent it, for no other material yet.
const FREE_FILE = `
  select f.id from material_file f
   where f.id = $1 and f.uploaded_by = $2
     and not exists (select 1 from course_material m where m.file_id = f.id)
     for update`;

const GIVEN_UP = `
  delete from material_file f
   where f.uploaded_at < $1::timestamptz - interval '1 day'
     and not exists (select 1 from course_material m where m.file_id = f.id)`;

/** A file that was taken in. */
export interface TakenFile {
  fileId: string;
  name: string;
  size: number;
}

/** Takes files in, and makes materials of them. Files are not searched for viruses: there is no scanner here. */
@Injectable()
export class MaterialService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('materials.tidy', '41 3 * * *', async () => {
      await this.db.query(GIVEN_UP, [this.clock.now()]);
    });
  }

  /** Stores a file until it is made a material of. @throws BAD_USER_INPUT for one that is too large, empty or of a type that is not taken */
  async take(me: Actor, name: string, chunks: AsyncIterable<Buffer>): Promise<TakenFile> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > LARGEST_MATERIAL) throw fault('file', 'materialTooLarge');
      parts.push(chunk);
    }
    const bytes = Buffer.concat(parts);
    const mime = sniff(bytes);
    if (mime === null) throw fault('file', 'materialType');
    const file = { id: randomUUID(), name: tidyName(name), mime, size, bytes, uploadedBy: me.accountId };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.db.repo(MaterialFile).insert({ ...file, sha256, uploadedAt: this.clock.now() });
    return { fileId: file.id, name: file.name, size };
  }

  /**
   * Adds a material, changes its words, or gives it a new edition: then the old one stays, says what took its place, and
   * loses its file.
   * @returns the id of the current edition
   * @throws NOT_FOUND, FORBIDDEN outside the editor's networks, BAD_USER_INPUT for one without text in a published course
   */
  async save(input: MaterialInput, me: Actor): Promise<string> {
    const work = async (): Promise<string> => {
      const before = input.id ? await this.locked(input.id) : null;
      const courseId = before?.courseId ?? input.courseId;
      await this.requireCourse(courseId, me);
      if (input.fileId) await this.requireFile(input.fileId, me);
      const source = { fileId: input.fileId ?? null, videoUrl: input.fileId ? null : (input.videoUrl ?? null) };
      const isNew = source.fileId !== null || source.videoUrl !== (before?.videoUrl ?? null);
      if (!before && !source.fileId && !source.videoUrl) throw fault('fileId', 'materialSource');
      const id = before && !isNew ? before.id : randomUUID();
      const { title, textVersion, locale, audience } = input;
      const words = { title, textVersion, locale, audience, updatedAt: this.clock.now() };
      if (before && !isNew) await this.db.repo(CourseMaterial).update({ id }, words);
      else await this.insert({ id, courseId, ...words, ...source }, before);
      const subject = { subjectType: 'course', subjectId: courseId };
      await this.audit.write({ actor: me, action: 'material.save', ...subject, details: { materialId: id } });
      return id;
    };
    return this.db.transaction(work).catch(explain);
  }

  /** Takes a material away, with its file and its earlier editions. @throws NOT_FOUND, FORBIDDEN */
  async remove(id: string, me: Actor): Promise<void> {
    await this.db.transaction(async () => {
      const { courseId, fileId } = await this.locked(id);
      await this.requireCourse(courseId, me);
      await this.db.query(
        `with recursive gone(id) as (
           select $1::uuid union select m.id from course_material m join gone g on m.replaced_by = g.id)
         delete from course_material where id in (select id from gone)`,
        [id],
      );
      if (fileId) await this.db.repo(MaterialFile).delete({ id: fileId });
      const subject = { subjectType: 'course', subjectId: courseId };
      await this.audit.write({ actor: me, action: 'material.remove', ...subject, details: { materialId: id } });
    });
  }

  private async insert(
    material: Partial<CourseMaterial> & { id: string },
    before: CourseMaterial | null,
  ): Promise<void> {
    const edition = (before?.edition ?? 0) + 1;
    await this.db
      .repo(CourseMaterial)
      .insert({ ...material, edition, createdAt: before?.createdAt ?? this.clock.now() });
    if (!before) return;
    await this.db.repo(CourseMaterial).update({ id: before.id }, { replacedBy: material.id, fileId: null });
    // Whoever kept the link of an earlier edition is led to the current one at once.
    await this.db.repo(CourseMaterial).update({ replacedBy: before.id }, { replacedBy: material.id });
    if (before.fileId) await this.db.repo(MaterialFile).delete({ id: before.fileId });
  }

  private async locked(id: string): Promise<CourseMaterial> {
    const found = await this.db.repo(CourseMaterial).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found || found.replacedBy) throw notFound('Material');
    return found;
  }

  private async requireCourse(id: string, me: Actor): Promise<void> {
    const course = await this.db.repo(Course).findOneBy({ id });
    if (!course) throw notFound('Course');
    requireScope(me, course.networks);
  }

  private async requireFile(id: string, me: Actor): Promise<void> {
    if ((await this.db.query(FREE_FILE, [id, me.accountId])).length === 0) throw fault('fileId', 'isKnown');
  }
}

/** @throws BAD_USER_INPUT that asks for the text, or the error itself */
function explain(error: unknown): never {
  if (violatedConstraint(error) === 'course_material_text_needed') throw fault('textVersion', 'materialText');
  throw error;
}

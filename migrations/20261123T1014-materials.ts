import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files and films that belong to a course. Each needs the same in text before the course is published: triggers on both
 * sides see to it whatever statement writes, and lock the course so that nothing slips in between.
 */
export class Materials20261123T1014 implements MigrationInterface {
  readonly name = 'Materials20261123101400';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table material_file (
        id uuid not null default gen_random_uuid(),
        name text not null,
        mime text not null,
        size int not null,
        sha256 text not null,
        bytes bytea not null,
        uploaded_by uuid,
        uploaded_at timestamptz not null,
        constraint material_file_pk primary key (id),
        constraint material_file_size_limited check (size between 1 and 10485760 and octet_length(bytes) = size)
      );

      create table course_material (
        id uuid not null default gen_random_uuid(),
        course_id uuid not null,
        title text not null,
        file_id uuid,
        video_url text,
        text_version text not null default '',
        locale text not null default 'fr',
        audience text not null default 'public',
        edition int not null default 1,
        replaced_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint course_material_pk primary key (id),
        constraint course_material_course_fk foreign key (course_id) references course (id) on delete cascade,
        constraint course_material_file_fk foreign key (file_id) references material_file (id),
        constraint course_material_file_once unique (file_id),
        constraint course_material_replaced_fk foreign key (replaced_by) references course_material (id),
        constraint course_material_audience_known check (audience in ('public', 'attendees')),
        constraint course_material_one_source check (replaced_by is not null or (file_id is null) <> (video_url is null)),
        constraint course_material_not_itself check (replaced_by <> id)
      );
      create index course_material_by_course on course_material (course_id);
      create index course_material_by_successor on course_material (replaced_by);

      create function refuse_material_without_text() returns trigger language plpgsql as $$
      begin
        if new.replaced_by is null and btrim(new.text_version, E' \\t\\r\\n') = '' then
          -- A draft that is being published at this moment waits for us, or we for it.
          perform 1 from course where id = new.course_id for share;
          if (select status from course where id = new.course_id) = 'published' then
            raise exception 'material % has no text version', new.title
              using errcode = '23514', constraint = 'course_material_text_needed', table = 'course_material';
          end if;
        end if;
        return new;
      end $$;
      create trigger course_material_text_needed before insert or update on course_material
        for each row execute function refuse_material_without_text();

      create function refuse_course_without_texts() returns trigger language plpgsql as $$
      begin
        if new.status = 'published' and exists (
          select 1 from course_material m
           where m.course_id = new.id and m.replaced_by is null and btrim(m.text_version, E' \\t\\r\\n') = '') then
          raise exception 'course % has a file without text version', new.slug
            using errcode = '23514', constraint = 'course_material_text_needed', table = 'course';
        end if;
        return new;
      end $$;
      create trigger course_texts_needed before update of status on course
        for each row when (old.status is distinct from new.status) execute function refuse_course_without_texts();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger course_texts_needed on course;
      drop table course_material, material_file;
      drop function refuse_course_without_texts();
      drop function refuse_material_without_text();
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people say after a training, and what was changed because of it. An answer says of which session it is, and
 * nothing else of who gave it: no person, no time, no order. That somebody has answered stands apart from what she said.
 */
export class Surveys20261123T1016 implements MigrationInterface {
  readonly name = 'Surveys20261123101600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table course_survey (
        course_id uuid not null,
        questions jsonb not null,
        updated_at timestamptz not null,
        constraint course_survey_pk primary key (course_id),
        constraint course_survey_course_fk foreign key (course_id) references course (id) on delete cascade,
        constraint course_survey_three check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) = 3)
      );

      create table survey_answer (
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        ratings int[] not null,
        comment text not null default '',
        comment_state text not null default 'waiting',
        constraint survey_answer_pk primary key (id),
        constraint survey_answer_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint survey_answer_three check (cardinality(ratings) = 3 and ratings <@ array[1, 2, 3, 4, 5]),
        constraint survey_answer_state_known check (comment_state in ('waiting', 'shown', 'hidden'))
      );
      create index survey_answer_by_session on survey_answer (session_id);

      create table survey_done (
        enrolment_id uuid not null,
        constraint survey_done_pk primary key (enrolment_id),
        constraint survey_done_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete cascade
      );

      create table course_change (
        id uuid not null default gen_random_uuid(),
        course_id uuid not null,
        session_id uuid,
        changed_on date not null,
        text text not null,
        constraint course_change_pk primary key (id),
        constraint course_change_course_fk foreign key (course_id) references course (id) on delete cascade,
        constraint course_change_session_fk foreign key (session_id) references training_session (id) on delete set null,
        constraint course_change_said check (length(btrim(text)) between 3 and 1000)
      );
      create index course_change_by_course on course_change (course_id, changed_on);
      create index course_change_by_session on course_change (session_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table course_change, survey_done, survey_answer, course_survey');
  }
}

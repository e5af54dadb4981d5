import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls for people who can give sessions, and their answers. */
export class Calls20261123T1018 implements MigrationInterface {
  readonly name = 'Calls20261123101800';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table trainer_call (
        id uuid not null default gen_random_uuid(),
        course_id uuid not null,
        qualification_id uuid,
        message text not null,
        deadline_on date not null,
        created_at timestamptz not null,
        created_by uuid,
        closed_at timestamptz,
        constraint trainer_call_pk primary key (id),
        constraint trainer_call_course_fk foreign key (course_id) references course (id) on delete cascade,
        constraint trainer_call_qualification_fk foreign key (qualification_id) references qualification (id)
      );
      create index trainer_call_by_course on trainer_call (course_id);

      create table trainer_call_session (
        call_id uuid not null,
        session_id uuid not null,
        constraint trainer_call_session_pk primary key (call_id, session_id),
        constraint trainer_call_session_call_fk foreign key (call_id) references trainer_call (id) on delete cascade,
        constraint trainer_call_session_session_fk foreign key (session_id) references training_session (id) on delete cascade
      );
      create index trainer_call_session_by_session on trainer_call_session (session_id);

      create table call_answer (
        id uuid not null default gen_random_uuid(),
        call_id uuid not null,
        volunteer_id uuid not null,
        session_ids uuid[] not null,
        message text not null default '',
        state text not null default 'waiting',
        reason text,
        created_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid,
        constraint call_answer_pk primary key (id),
        constraint call_answer_call_fk foreign key (call_id) references trainer_call (id) on delete cascade,
        constraint call_answer_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint call_answer_once unique (call_id, volunteer_id),
        constraint call_answer_state_known check (state in ('waiting', 'chosen', 'declined')),
        constraint call_answer_explained check ((state = 'waiting') = (reason is null)),
        constraint call_answer_names_a_session check (cardinality(session_ids) > 0)
      );
      create index call_answer_by_volunteer on call_answer (volunteer_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table call_answer, trainer_call_session, trainer_call');
  }
}

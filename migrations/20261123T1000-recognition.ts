import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Certificates, the keys that sign their badges, and what is to be looked at again because presence changed.
 *
 * `certificate_due` is filled by triggers on `attendance`: whatever statement notes or withdraws presence, the booking
 * comes up for review. A certificate has the facts of its course as they were, but not the name of its holder: the name
 * is that of her contact data, so that a corrected name is right everywhere and an erased person is named nowhere.
 */
export class Recognition20261123T1000 implements MigrationInterface {
  readonly name = 'Recognition20261123100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table signing_key (
        id text not null,
        state text not null default 'active',
        public_jwk jsonb not null,
        private_sealed text,
        created_at timestamptz not null,
        retired_at timestamptz,
        withdrawal_reason text,
        constraint signing_key_pk primary key (id),
        constraint signing_key_state_known check (state in ('active', 'retired', 'withdrawn')),
        constraint signing_key_signs_while_active check ((state = 'active') = (private_sealed is not null)),
        constraint signing_key_retired_when check ((state = 'active') = (retired_at is null)),
        constraint signing_key_withdrawal_explained check ((state = 'withdrawn') = (withdrawal_reason is not null))
      );
      create unique index signing_key_one_active on signing_key (state) where state = 'active';

      create table certificate (
        id uuid not null default gen_random_uuid(),
        code text not null,
        volunteer_id uuid,
        enrolment_id uuid,
        course_id uuid not null,
        course_title text not null,
        course_summary text not null,
        course_locale text not null,
        networks text[] not null,
        partner_name text,
        dates jsonb not null,
        minutes int not null,
        issued_at timestamptz not null,
        revoked_at timestamptz,
        revocation_reason text,
        revocation_note text,
        revoked_by uuid,
        lifted_at timestamptz,
        shared_at timestamptz,
        subject_id uuid not null default gen_random_uuid(),
        identity_hash text,
        identity_salt text,
        credential text,
        signing_key_id text,
        constraint certificate_pk primary key (id),
        constraint certificate_code_unique unique (code),
        constraint certificate_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete set null,
        constraint certificate_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete set null,
        constraint certificate_course_fk foreign key (course_id) references course (id),
        constraint certificate_signing_key_fk foreign key (signing_key_id) references signing_key (id),
        constraint certificate_revoker_fk foreign key (revoked_by) references account (id) on delete set null,
        constraint certificate_code_format check (code ~ '^[0-9A-HJKMNP-TV-Y]{12}$'),
        constraint certificate_minutes_positive check (minutes > 0),
        constraint certificate_revocation_known check (revocation_reason in
          ('presence_corrected', 'replaced', 'issued_in_error', 'not_hers', 'other')),
        constraint certificate_revocation_explained check ((revoked_at is null) = (revocation_reason is null)),
        constraint certificate_lifted_after_revocation check (lifted_at is null or revoked_at is not null),
        constraint certificate_identity_whole check ((identity_hash is null) = (identity_salt is null)),
        constraint certificate_credential_signed check ((credential is null) = (signing_key_id is null))
      );
      create unique index certificate_one_valid on certificate (enrolment_id) where revoked_at is null;
      create index certificate_by_enrolment on certificate (enrolment_id);
      create index certificate_by_volunteer on certificate (volunteer_id);
      create index certificate_by_course on certificate (course_id);
      create index certificate_by_revoker on certificate (revoked_by) where revoked_by is not null;
      create index certificate_by_signing_key on certificate (signing_key_id) where signing_key_id is not null;
      create index certificate_latest on certificate (issued_at, id);

      create table certificate_due (
        enrolment_id uuid not null,
        not_before timestamptz not null,
        constraint certificate_due_pk primary key (enrolment_id),
        constraint certificate_due_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete cascade
      );
      create index certificate_due_by_time on certificate_due (not_before);

      -- Presence at one session may complete another of the same course: all bookings of the course are looked at.
      create function note_certificates_due() returns trigger language plpgsql as $$
      begin
        insert into certificate_due (enrolment_id, not_before)
        select distinct other.id, os.ends_at
          from changed_rows changed
          join enrolment mine on mine.id = changed.enrolment_id
          join training_session ms on ms.id = mine.session_id
          join enrolment other on other.volunteer_id = mine.volunteer_id
          join training_session os on os.id = other.session_id and os.course_id = ms.course_id
         where changed.status = 'present'
         order by other.id
        on conflict (enrolment_id) do update set not_before = excluded.not_before;
        return null;
      end $$;
      create trigger attendance_certificates_on_insert after insert on attendance
        referencing new table as changed_rows for each statement execute function note_certificates_due();
      create trigger attendance_certificates_on_change after update on attendance
        referencing new table as changed_rows for each statement execute function note_certificates_due();
      create trigger attendance_certificates_on_withdrawal after update on attendance
        referencing old table as changed_rows for each statement execute function note_certificates_due();
      create trigger attendance_certificates_on_delete after delete on attendance
        referencing old table as changed_rows for each statement execute function note_certificates_due();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger attendance_certificates_on_insert on attendance;
      drop trigger attendance_certificates_on_change on attendance;
      drop trigger attendance_certificates_on_withdrawal on attendance;
      drop trigger attendance_certificates_on_delete on attendance;
      drop function note_certificates_due();
      drop table certificate_due, certificate, signing_key;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats shared between networks, two people who come together, and more bookings than seats by evidence.
 *
 * `seat_pool.seats_taken` is kept by the trigger that keeps `training_session.seats_taken`, under a CHECK of its own. At
 * the end of each transaction the pools of a session add up to its seats, and who holds one has it from one of them: a
 * booking that belongs to no pool, or seats that vanish between two of them, cannot be stored.
 */
export class SeatsInDepth20261123T0950 implements MigrationInterface {
  readonly name = 'SeatsInDepth20261123095000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table place
        add legal_capacity int,
        add constraint place_legal_capacity_positive check (legal_capacity between 1 and 100000);

      alter table training_session
        add extra_seats int not null default 0,
        add quota_release_days int,
        drop constraint session_never_overbooked,
        add constraint session_never_overbooked check (seats_taken between 0 and capacity + extra_seats),
        add constraint session_extra_seats_plausible check (extra_seats between 0 and capacity),
        add constraint session_quota_release_plausible check (quota_release_days between 1 and 60);

      create table seat_pool (
        session_id uuid not null,
        pool text not null,
        quota int not null,
        seats int not null,
        seats_taken int not null default 0,
        constraint seat_pool_pk primary key (session_id, pool),
        constraint seat_pool_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint seat_pool_known check (pool in ('solidarity', 'climate', 'open')),
        constraint seat_pool_quota_positive check (quota >= 0),
        constraint seat_pool_never_overbooked check (seats_taken between 0 and seats)
      );

      create table enrolment_pair (
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        inviter_id uuid not null,
        friend_id uuid,
        code text not null,
        invited_at timestamptz not null,
        mailed_at timestamptz,
        answer text,
        answered_at timestamptz,
        constraint enrolment_pair_pk primary key (id),
        constraint enrolment_pair_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint enrolment_pair_inviter_fk foreign key (inviter_id) references volunteer (id) on delete cascade,
        constraint enrolment_pair_friend_fk foreign key (friend_id) references volunteer (id) on delete set null,
        constraint enrolment_pair_code_unique unique (code),
        constraint enrolment_pair_answer_known check (answer in ('accepted', 'declined', 'withdrawn')),
        constraint enrolment_pair_answered_when check ((answer is null) = (answered_at is null))
      );
      create index enrolment_pair_by_session on enrolment_pair (session_id);
      create index enrolment_pair_by_inviter on enrolment_pair (inviter_id);
      create index enrolment_pair_by_friend on enrolment_pair (friend_id);
      create unique index enrolment_pair_one_open on enrolment_pair (session_id, inviter_id) where answer is null;

      alter table enrolment
        add pool text,
        add pair_id uuid,
        add constraint enrolment_pool_known check (pool in ('solidarity', 'climate', 'open')),
        add constraint enrolment_pair_fk foreign key (pair_id) references enrolment_pair (id) on delete set null;
      create index enrolment_by_pair on enrolment (pair_id) where pair_id is not null;

      create table passing_over (
        pair_id uuid not null,
        enrolment_id uuid not null,
        reason text not null,
        passed_at timestamptz not null,
        constraint passing_over_pk primary key (pair_id, enrolment_id),
        constraint passing_over_pair_fk foreign key (pair_id) references enrolment_pair (id) on delete cascade,
        constraint passing_over_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint passing_over_reason_known check (reason in ('ONE_SEAT', 'NOT_FOR_BOTH', 'ONE_CANNOT'))
      );
      create index passing_over_by_enrolment on passing_over (enrolment_id);

      create table overbooking (
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        room_seats int not null,
        accepted_seats int not null,
        chance int,
        past_sessions int,
        reason text not null,
        decided_by uuid,
        decided_at timestamptz not null,
        constraint overbooking_pk primary key (id),
        constraint overbooking_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint overbooking_decided_by_fk foreign key (decided_by) references account (id) on delete set null,
        constraint overbooking_seats_plausible check (accepted_seats >= room_seats and room_seats > 0),
        constraint overbooking_rests_on_evidence
          check (accepted_seats = room_seats or (chance between 1 and 100 and past_sessions > 0))
      );
      create index overbooking_by_session on overbooking (session_id, decided_at);
      create index overbooking_by_account on overbooking (decided_by);

      create or replace function count_seats_taken() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          update training_session s set seats_taken = s.seats_taken + d.delta
            from (select session_id, count(*) as delta from new_rows where status in ('enrolled', 'offered') group by 1) d
           where s.id = d.session_id;
          if exists (select 1 from new_rows where pool is not null) then
            update seat_pool p set seats_taken = p.seats_taken + d.delta
              from (select session_id, pool, count(*) as delta from new_rows
                     where status in ('enrolled', 'offered') group by 1, 2) d
             where p.session_id = d.session_id and p.pool = d.pool;
          end if;
        elsif tg_op = 'DELETE' then
          update training_session s set seats_taken = s.seats_taken - d.delta
            from (select session_id, count(*) as delta from old_rows where status in ('enrolled', 'offered') group by 1) d
           where s.id = d.session_id;
          if exists (select 1 from old_rows where pool is not null) then
            update seat_pool p set seats_taken = p.seats_taken - d.delta
              from (select session_id, pool, count(*) as delta from old_rows
                     where status in ('enrolled', 'offered') group by 1, 2) d
             where p.session_id = d.session_id and p.pool = d.pool;
          end if;
        else
          update training_session s set seats_taken = s.seats_taken + d.delta
            from (select session_id, sum(n) as delta
                    from (select session_id, 1 as n from new_rows where status in ('enrolled', 'offered')
                          union all
                          select session_id, -1 from old_rows where status in ('enrolled', 'offered')) moves
                   group by 1 having sum(n) <> 0) d
           where s.id = d.session_id;
          if exists (select 1 from new_rows where pool is not null) or exists (select 1 from old_rows where pool is not null) then
            update seat_pool p set seats_taken = p.seats_taken + d.delta
              from (select session_id, pool, sum(n) as delta
                      from (select session_id, pool, 1 as n from new_rows where status in ('enrolled', 'offered')
                            union all
                            select session_id, pool, -1 from old_rows where status in ('enrolled', 'offered')) moves
                     group by 1, 2 having sum(n) <> 0) d
             where p.session_id = d.session_id and p.pool = d.pool;
          end if;
        end if;
        return null;
      end $$;

      -- What one row cannot say: the pools of a session are all of its seats, and nobody holds a seat beside them.
      create function check_pools_add_up() returns trigger language plpgsql as $$
      declare
        the_session uuid;
      begin
        if tg_table_name = 'training_session' then the_session := new.id;
        elsif tg_op = 'DELETE' then the_session := old.session_id;
        else the_session := new.session_id;
        end if;
        perform 1 from training_session s
          where s.id = the_session
            and (s.quota_release_days is not null) <> exists (select 1 from seat_pool p where p.session_id = s.id);
        if found then
          raise exception 'A session has pools exactly if it has days of release' using errcode = '23514', constraint = 'session_pools_complete';
        end if;
        perform 1 from training_session s
           join (select session_id, sum(seats) as seats, sum(seats_taken) as taken, sum(quota) as quota
                   from seat_pool where session_id = the_session group by 1) p on p.session_id = s.id
          where p.seats <> s.capacity + s.extra_seats or p.taken <> s.seats_taken or p.quota <> s.capacity;
        if found then
          raise exception 'The pools of a session do not add up to its seats' using errcode = '23514', constraint = 'session_pools_add_up';
        end if;
        return null;
      end $$;
      create constraint trigger seat_pool_adds_up after insert or update or delete on seat_pool
        deferrable initially deferred for each row execute function check_pools_add_up();
      create constraint trigger session_pools_complete after insert on training_session
        deferrable initially deferred for each row
        when (new.quota_release_days is not null) execute function check_pools_add_up();
      create constraint trigger session_pools_add_up after update on training_session
        deferrable initially deferred for each row
        when (new.quota_release_days is not null or old.quota_release_days is not null)
        execute function check_pools_add_up();

      -- Neither the session nor the place may change so that more people are accepted than the law lets in.
      create function check_legal_maximum() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'place' then
          perform 1 from training_session s
            where s.place_id = new.id and s.status = 'published' and s.ends_at > now()
              and s.capacity + s.extra_seats > new.legal_capacity;
        else
          perform 1 from place p where p.id = new.place_id for share;
          perform 1 from place p where p.id = new.place_id and new.capacity + new.extra_seats > p.legal_capacity;
        end if;
        if found then
          raise exception 'More people than the place may legally hold' using errcode = '23514', constraint = 'session_within_legal_maximum';
        end if;
        return null;
      end $$;
      create trigger session_within_legal_maximum_on_insert after insert on training_session
        for each row when (new.place_id is not null) execute function check_legal_maximum();
      create trigger session_within_legal_maximum_on_update after update of place_id, capacity, extra_seats on training_session
        for each row when (new.place_id is not null and (new.place_id, new.capacity, new.extra_seats)
                           is distinct from (old.place_id, old.capacity, old.extra_seats))
        execute function check_legal_maximum();
      create trigger place_within_legal_maximum after update of legal_capacity on place
        for each row when (new.legal_capacity is not null) execute function check_legal_maximum();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger place_within_legal_maximum on place;
      drop trigger session_within_legal_maximum_on_update on training_session;
      drop trigger session_within_legal_maximum_on_insert on training_session;
      drop function check_legal_maximum();
      drop trigger session_pools_add_up on training_session;
      drop trigger session_pools_complete on training_session;
      drop trigger seat_pool_adds_up on seat_pool;
      drop function check_pools_add_up();
      ${COUNT_WITHOUT_POOLS}
      drop table overbooking, passing_over;
      drop index enrolment_by_pair;
      alter table enrolment
        drop constraint enrolment_pair_fk, drop constraint enrolment_pool_known, drop pair_id, drop pool;
      drop table enrolment_pair, seat_pool;
      alter table training_session
        drop constraint session_quota_release_plausible,
        drop constraint session_extra_seats_plausible,
        drop constraint session_never_overbooked,
        drop quota_release_days,
        drop extra_seats,
        add constraint session_never_overbooked check (seats_taken between 0 and capacity);
      alter table place drop constraint place_legal_capacity_positive, drop legal_capacity;
    `);
  }
}

/** The function as it was before. */
const COUNT_WITHOUT_POOLS = `
  create or replace function count_seats_taken() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      update training_session s set seats_taken = s.seats_taken + d.delta
        from (select session_id, count(*) as delta from new_rows where status in ('enrolled', 'offered') group by 1) d
       where s.id = d.session_id;
    elsif tg_op = 'DELETE' then
      update training_session s set seats_taken = s.seats_taken - d.delta
        from (select session_id, count(*) as delta from old_rows where status in ('enrolled', 'offered') group by 1) d
       where s.id = d.session_id;
    else
      update training_session s set seats_taken = s.seats_taken + d.delta
        from (select session_id, sum(n) as delta
                from (select session_id, 1 as n from new_rows where status in ('enrolled', 'offered')
                      union all
                      select session_id, -1 from old_rows where status in ('enrolled', 'offered')) moves
               group by 1 having sum(n) <> 0) d
       where s.id = d.session_id;
    end if;
    return null;
  end $$;`;

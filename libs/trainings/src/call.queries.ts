import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock, parisDay } from '#platform/kernel';
import { isCallOpen } from './call.rules.js';
import type { CallAnswerView, TrainerCallView } from './call.types.js';
import { networksOf } from './course.queries.js';

// $1: the reader's volunteer, whose own answers she sees; $2: whether she sees them all.
const CALLS = `
  select k.id, c.title as "courseTitle", c.locale as "courseLocale", q.name as "qualificationName", k.message,
         k.deadline_on::text as "deadlineOn", k.closed_at is not null as "isClosed",
         coalesce((select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'placeName', p.name)
                                   order by s.starts_at)
                     from trainer_call_session x join training_session s on s.id = x.session_id
                     left join place p on p.id = s.place_id where x.call_id = k.id), '[]') as sessions,
         coalesce((select json_agg(json_build_object('id', a.id, 'displayName', v.display_name, 'message', a.message,
                                     'sessionIds', a.session_ids, 'state', a.state, 'reason', a.reason)
                                   order by a.created_at, a.id)
                     from call_answer a join volunteer v on v.id = a.volunteer_id
                    where a.call_id = k.id and ($2 or a.volunteer_id = $1)), '[]') as answers
    from trainer_call k
    join course c on c.id = k.course_id
    left join qualification q on q.id = k.qualification_id`;

const OF_NETWORKS = `${CALLS} where c.networks && $3::text[] order by k.created_at desc limit 100`;

/** SQL: whether the call is for the reader: trainers, and who is qualified for it where it asks for that. */
const FOR_READER = `
  (($3 and k.qualification_id is null) or exists (
     select 1 from qualification_grant g
      where g.qualification_id = k.qualification_id and g.volunteer_id = $1 and g.withdrawn_at is null
        and g.granted_on <= $4::date and coalesce(g.valid_until, 'infinity') >= $4::date))`;
const FOR_PERSON = `
  ${CALLS}
   where (k.closed_at is null and k.deadline_on >= $4::date and ${FOR_READER})
      or exists (select 1 from call_answer a where a.call_id = k.id and a.volunteer_id = $1)
   order by k.created_at desc limit 100`;
const IS_FOR = `select k.id from trainer_call k where k.id = $2 and ${FOR_READER}`;

type Row = Omit<TrainerCallView, 'open' | 'sessions'> & {
  isClosed: boolean;
  sessions: { id: string; startsAt: string; placeName: string | null }[];
  answers: CallAnswerView[];
};

/** Reads about calls for trainers. */
@Injectable()
export class CallQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Calls of the networks that the reader coordinates, the latest first, with all answers. */
  async ofCoordinator(me: Actor): Promise<TrainerCallView[]> {
    return this.views(await this.db.query<Row>(OF_NETWORKS, [me.volunteerId, true, networksOf(me)]));
  }

  /** Calls that somebody may answer, and those that she answered. */
  async forPerson(me: Actor): Promise<TrainerCallView[]> {
    const values = [me.volunteerId, false, isTrainer(me), parisDay(this.clock.now())];
    return this.views(await this.db.query<Row>(FOR_PERSON, values));
  }

  /** Whether a call is meant for somebody. */
  async isFor(me: Actor, callId: string): Promise<boolean> {
    const values = [me.volunteerId, callId, isTrainer(me), parisDay(this.clock.now())];
    return (await this.db.query(IS_FOR, values)).length > 0;
  }

  private views(rows: Row[]): TrainerCallView[] {
    const today = parisDay(this.clock.now());
    return rows.map(({ isClosed, sessions, ...row }) => ({
      ...row,
      sessions: sessions.map((session) => ({ ...session, startsAt: new Date(session.startsAt) })),
      open: isCallOpen({ deadlineOn: row.deadlineOn, isClosed, sessionIds: [] }, today),
    }));
  }
}

const isTrainer = (me: Actor): boolean => me.grants.some(({ role }) => role === 'trainer');

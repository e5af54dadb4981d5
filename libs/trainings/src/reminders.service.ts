import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock, nextAllowedHour } from '#platform/kernel';
import { type MailRequest, Outbox } from '#platform/mail';
import { comesTo } from './attendance.queries.js';
import { attended } from './booking-facts.queries.js';
import { type QuietHours, reminderTime } from './reminders.rules.js';

interface Due extends QuietHours {
  enrolmentId: string;
  volunteerId: string;
  dateId: string;
  startsAt: Date;
}

// Who booked a moment ago has just read all of it. A date that is moved is reminded of again, hence its start in the key.
const DUE = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", d.id as "dateId", d.starts_at as "startsAt",
         v.quiet_from as "quietFrom", v.quiet_until as "quietUntil"
    from session_date d
    join training_session s on s.id = d.session_id
    join enrolment e on e.session_id = s.id
    join volunteer v on v.id = e.volunteer_id
   where s.status = 'published' and e.status = 'enrolled' and v.wants_reminders and ${comesTo('d.id')}
     and d.starts_at > $1::timestamptz + $2::interval and d.starts_at <= $1::timestamptz + $3::interval
     and e.changed_at < $1::timestamptz - interval '12 hours'
     and ($4::boolean or d.starts_at = s.starts_at or exists (select 1 from catch_up k where k.enrolment_id = e.id))
     and not exists (select 1 from mail m
                      where m.dedupe_key = $5 || ':' || e.id || ':' || d.id || ':' || extract(epoch from d.starts_at)::bigint)
   order by d.starts_at, e.id`;

const ATTENDED = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", v.quiet_from as "quietFrom",
         v.quiet_until as "quietUntil"
    from training_session s
    join enrolment e on e.session_id = s.id
    join volunteer v on v.id = e.volunteer_id
   where s.status = 'published' and s.ends_at <= $1 and s.ends_at > $1::timestamptz - interval '3 days'
     and e.status = 'enrolled' and v.wants_reminders
     and ${attended()}
     and not exists (select 1 from mail m where m.dedupe_key = 'thanks:' || e.id)
   order by e.id`;

/** Reminds of what is booked, a week and a day before, and says thank you after. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('trainings.remind', '7 * * * *', () => this.remind());
    this.jobs.every('trainings.thank', '37 * * * *', () => this.thank());
  }

  /** The first date a week before, every date a day before. Runs that were missed are made up for within the day. */
  async remind(): Promise<void> {
    await this.remindOf('reminder-7-days', { from: '6 days', until: '7 days', everyDate: false });
    await this.remindOf('reminder-1-day', { from: '2 hours', until: '1 day', everyDate: true });
  }

  /** Thanks those who were present at what ended in the last days, once attendance is noted. */
  async thank(): Promise<void> {
    const now = this.clock.now();
    const due = await this.db.query<Omit<Due, 'dateId' | 'startsAt'>>(ATTENDED, [now]);
    await this.outbox.send(
      due.map(({ enrolmentId, volunteerId, quietFrom, quietUntil }): MailRequest => ({
        kind: 'thanks',
        volunteerId,
        params: { enrolmentId },
        dedupeKey: `thanks:${enrolmentId}`,
        notBefore: nextAllowedHour(now, quietFrom, quietUntil),
      })),
    );
  }

  private async remindOf(
    kind: 'reminder-7-days' | 'reminder-1-day',
    window: { from: string; until: string; everyDate: boolean },
  ): Promise<void> {
    const now = this.clock.now();
    const due = await this.db.query<Due>(DUE, [now, window.from, window.until, window.everyDate, kind]);
    await this.outbox.send(
      due.flatMap((booking): MailRequest[] => {
        const { enrolmentId, volunteerId, dateId, startsAt } = booking;
        const notBefore = reminderTime(now, startsAt, booking);
        const dedupeKey = `${kind}:${enrolmentId}:${dateId}:${startsAt.getTime() / 1000}`;
        return notBefore ? [{ kind, volunteerId, params: { enrolmentId }, dedupeKey, notBefore }] : [];
      }),
    );
  }
}

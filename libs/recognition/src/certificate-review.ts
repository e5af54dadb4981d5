import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock, nextAllowedHour } from '#platform/kernel';
import { type MailRequest, Outbox } from '#platform/mail';
import { newCode } from './certificate-code.rules.js';
import { type AttendedDate, verdictOn } from './certificate.rules.js';

/** A booking that came up, with what attendance says of it and its valid certificate. */
interface Reviewed {
  enrolmentId: string;
  volunteerId: string;
  held: boolean;
  endsAt: Date;
  minutes: number;
  dates: AttendedDate[];
  certificateId: string | null;
  certifiedMinutes: number;
  certifiedDates: AttendedDate[] | null;
  revokedByHand: boolean;
  quietFrom: number;
  quietUntil: number;
}

const BATCH = 500;

/** A certificate for something so long ago is issued, but nobody is written to about it. */
const NEWS_FOR_DAYS = 30;

// Locked until the end: of two workers that come at the same time, the second passes over what the first looks at.
const TAKE = `
  delete from certificate_due
   where enrolment_id in (select enrolment_id from certificate_due where not_before <= $1
                           order by not_before, enrolment_id limit ${BATCH} for update skip locked)
  returning enrolment_id as id`;

const LOOK_AT = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", h.enrolment_id is not null as held,
         greatest(s.ends_at, h.held_at) as "endsAt", coalesce(h.minutes, 0) as minutes,
         coalesce(attended.dates, '[]') as dates,
         k.id as "certificateId", coalesce(k.minutes, 0) as "certifiedMinutes", k.dates as "certifiedDates",
         exists (select 1 from certificate r
                  where r.enrolment_id = e.id and r.revoked_at is not null and r.lifted_at is null
                    and r.revocation_reason not in ('presence_corrected', 'replaced')) as "revokedByHand",
         v.quiet_from as "quietFrom", v.quiet_until as "quietUntil"
    from enrolment e
    join training_session s on s.id = e.session_id
    join volunteer v on v.id = e.volunteer_id
    left join held_course h on h.enrolment_id = e.id
    left join certificate k on k.enrolment_id = e.id and k.revoked_at is null
    left join lateral (
      select jsonb_agg(jsonb_build_object('startsAt', a.starts_at, 'endsAt', a.ends_at, 'minutes', a.minutes)
                       order by a.starts_at) as dates
        from attended_hours a
       where a.volunteer_id = e.volunteer_id and a.course_id = s.course_id
         and (a.enrolment_id = e.id or exists (select 1 from catch_up u where u.enrolment_id = a.enrolment_id))) attended on true
   where e.id = any($1::uuid[])
   order by e.id`;

const REVOKE = `
  update certificate set revoked_at = $2, revocation_reason = r.reason, shared_at = null
    from unnest($1::uuid[], $3::text[]) as r (id, reason)
   where certificate.id = r.id and revoked_at is null`;

// The unique index of valid certificates has the last word: whatever happens at the same time, there is one.
const ISSUE = `
  insert into certificate (code, volunteer_id, enrolment_id, course_id, course_title, course_summary, course_locale,
                           networks, partner_name, dates, minutes, issued_at)
  select i.code, e.volunteer_id, e.id, c.id, c.title, c.summary, c.locale, c.networks, p.name, i.dates, i.minutes,
         date_trunc('second', $2::timestamptz)
    from jsonb_to_recordset($1::jsonb) as i ("enrolmentId" uuid, code text, dates jsonb, minutes int)
    join enrolment e on e.id = i."enrolmentId"
    join training_session s on s.id = e.session_id
    join course c on c.id = s.course_id
    left join partner p on p.id = s.partner_id
   order by e.id
  on conflict (enrolment_id) where revoked_at is null do nothing
  returning id, enrolment_id as "enrolmentId"`;

const WAIT = `
  insert into certificate_due (enrolment_id, not_before)
  select * from unnest($1::uuid[], $2::timestamptz[])
  on conflict (enrolment_id) do nothing`;

const DISCREPANCIES = `
  insert into certificate_due (enrolment_id, not_before)
  select coalesce(h.enrolment_id, k.enrolment_id), $1
    from (select enrolment_id, minutes from held_course where held_at <= $1) h
    full join (select enrolment_id, minutes from certificate where revoked_at is null and enrolment_id is not null) k
      on k.enrolment_id = h.enrolment_id
   where h.minutes is distinct from k.minutes
  on conflict (enrolment_id) do nothing`;

/** Issues certificates when courses are over, and takes them back when presence turns out to have been noted wrongly. */
@Injectable()
export class CertificateReview implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('recognition.review', '* * * * *', () => this.run());
    this.jobs.every('recognition.reconcile', '47 2 * * *', () => this.reconcile());
  }

  /** Looks at every booking whose presence changed and whose course is over. @param tell whether people get mails */
  async run({ tell = true } = {}): Promise<void> {
    while ((await this.batch(tell)) === BATCH);
  }

  /** Finds what no trigger could see, as a rule of presence that was changed afterwards, and reviews it. */
  async reconcile(): Promise<void> {
    await this.db.query(DISCREPANCIES, [this.clock.now()]);
    await this.run();
  }

  /** Reviews one booking at once, in the caller's transaction. @returns its valid certificate, if there is one now */
  async ofBooking(enrolmentId: string): Promise<string | null> {
    await this.settle(await this.look([enrolmentId]), this.clock.now(), true);
    const [valid] = await this.db.query<{ id: string }>(
      'select id from certificate where enrolment_id = $1 and revoked_at is null',
      [enrolmentId],
    );
    return valid?.id ?? null;
  }

  /** @returns how many bookings were looked at */
  private async batch(tell: boolean): Promise<number> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const taken = await this.db.query<{ id: string }>(TAKE, [now]);
      if (taken.length > 0) await this.settle(await this.look(taken.map(({ id }) => id)), now, tell);
      return taken.length;
    });
  }

  private look(ids: string[]): Promise<Reviewed[]> {
    return this.db.query<Reviewed>(LOOK_AT, [ids]);
  }

  private async settle(reviewed: Reviewed[], now: Date, tell: boolean): Promise<void> {
    const verdicts = reviewed.map((booking) => {
      const { certifiedDates, certifiedMinutes } = booking;
      const certified = certifiedDates && { dates: certifiedDates, minutes: certifiedMinutes };
      return { booking, verdict: verdictOn(booking, certified, booking.revokedByHand, now) };
    });
    const of = (...wanted: string[]) => verdicts.filter(({ verdict }) => wanted.includes(verdict));
    const gone = of('revoke', 'replace');
    if (gone.length > 0)
      await this.db.query(REVOKE, [
        gone.map(({ booking }) => booking.certificateId),
        now,
        gone.map(({ verdict }) => (verdict === 'replace' ? 'replaced' : 'presence_corrected')),
      ]);
    const waiting = of('wait').map(({ booking }) => booking);
    if (waiting.length > 0)
      await this.db.query(WAIT, [waiting.map((b) => b.enrolmentId), waiting.map((b) => b.endsAt)]);
    const issued = await this.issue(
      of('issue', 'replace').map(({ booking }) => booking),
      now,
    );
    if (!tell) return;
    await this.outbox.send([
      ...issued.flatMap((booking) => mailOf('certificate-ready', booking, now)),
      ...of('revoke').flatMap(({ booking }) => mailOf('certificate-revoked', booking, now)),
    ]);
  }

  /** @returns the bookings with the certificates that they got */
  private async issue(bookings: Reviewed[], now: Date): Promise<Reviewed[]> {
    if (bookings.length === 0) return [];
    const wanted = bookings.map(({ enrolmentId, dates, minutes }) => ({
      enrolmentId,
      dates,
      minutes,
      code: newCode(),
    }));
    const issued = await this.db.query<{ id: string; enrolmentId: string }>(ISSUE, [JSON.stringify(wanted), now]);
    const byEnrolment = new Map(issued.map(({ id, enrolmentId }) => [enrolmentId, id]));
    return bookings.flatMap((booking) => {
      const certificateId = byEnrolment.get(booking.enrolmentId);
      return certificateId ? [{ ...booking, certificateId }] : [];
    });
  }
}

/** A mail about a certificate outside of quiet hours; none about what is long past. */
function mailOf(kind: 'certificate-ready' | 'certificate-revoked', booking: Reviewed, now: Date): MailRequest[] {
  const { certificateId, volunteerId, endsAt, quietFrom, quietUntil } = booking;
  if (certificateId === null || now.getTime() - endsAt.getTime() > NEWS_FOR_DAYS * 86_400_000) return [];
  return [
    {
      kind,
      volunteerId,
      params: { certificateId },
      dedupeKey: `${kind}:${certificateId}`,
      notBefore: nextAllowedHour(now, quietFrom, quietUntil),
    },
  ];
}

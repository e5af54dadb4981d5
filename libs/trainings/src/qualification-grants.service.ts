import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock, nextAllowedHour, parisDay } from '#platform/kernel';
import { type MailRequest, Outbox } from '#platform/mail';
import { EvidenceQueries } from './qualification-evidence.queries.js';
import { QualificationQueries } from './qualification.queries.js';
import { EARLY_RENEWAL_DAYS, grantsOf, plusDays } from './qualification.rules.js';

declare module '#platform/jobs' {
  interface JobMap {
    /** Who came to that session, or did anything for that qualification. */
    'qualifications.grant': { sessionId?: string; qualificationId?: string };
  }
}

/** People looked at together. */
const BATCH = 500;
/** Days before the end on which somebody is reminded. */
const LAST_REMINDER_DAYS = 14;

const OF_SESSION = `
  select distinct e.volunteer_id as id from attendance a join enrolment e on e.id = a.enrolment_id
   where e.session_id = $1 and a.status = 'present' order by 1`;
const OF_QUALIFICATION = `
  select distinct h.volunteer_id as id from qualification_course qc join attended_hours h on h.course_id = qc.course_id
   where qc.qualification_id = $1 order by 1`;
// Corrections of the sheet after it was closed, and whatever a crash left behind.
const LATELY = `
  select distinct e.volunteer_id as id from attendance a join enrolment e on e.id = a.enrolment_id
   where a.recorded_at > $1::timestamptz - interval '14 days' and a.status = 'present' order by 1`;

// The year of birth stays in the database; whose is not known is not known to be old enough.
const INSERT = `
  insert into qualification_grant (qualification_id, volunteer_id, how, granted_on, valid_until, created_at)
  select g."qualificationId", g."volunteerId", g.how, g."grantedOn", g."validUntil", $2
    from jsonb_to_recordset($1::jsonb) as g("qualificationId" uuid, "volunteerId" uuid, how text, "grantedOn" date, "validUntil" date)
    join qualification q on q.id = g."qualificationId"
   where q.minimum_age is null
      or exists (select 1 from contact k where k.volunteer_id = g."volunteerId"
                    and extract(year from g."grantedOn") - k.birth_year >= q.minimum_age)
  on conflict do nothing
  returning id, volunteer_id as "volunteerId", qualification_id as "qualificationId", valid_until is null or valid_until >= $3::date as "isValid"`;

// One end for each person and qualification: the last of all her grants that stand.
const ENDING = `
  select g.volunteer_id as "volunteerId", g.qualification_id as "qualificationId", max(g.valid_until)::text as "validUntil",
         v.quiet_from as "quietFrom", v.quiet_until as "quietUntil"
    from qualification_grant g
    join qualification q on q.id = g.qualification_id and not q.archived
    join volunteer v on v.id = g.volunteer_id and v.wants_reminders
   where g.withdrawn_at is null
   group by g.volunteer_id, g.qualification_id, v.quiet_from, v.quiet_until
  having bool_and(g.valid_until is not null) and max(g.valid_until) between $1::date and $2::date`;

interface Ending {
  volunteerId: string;
  qualificationId: string;
  validUntil: string;
  quietFrom: number;
  quietUntil: number;
}

/** Grants what people have earned, and reminds them before it ends. */
@Injectable()
export class QualificationGrants implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly queries: QualificationQueries,
    private readonly evidence: EvidenceQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('qualifications.grant', async ({ sessionId, qualificationId }) => {
      if (sessionId) await this.grantTo(OF_SESSION, [sessionId]);
      if (qualificationId) await this.grantTo(OF_QUALIFICATION, [qualificationId]);
    });
    this.jobs.every('qualifications.sweep', '17 2 * * *', () => this.grantTo(LATELY, [this.clock.now()]));
    this.jobs.every('qualifications.remind', '11 7 * * *', () => this.remind());
  }

  /** Tells who should renew, 60 and 14 days before the end. A day that was missed is made up for. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const today = parisDay(now);
    const ending = await this.db.query<Ending>(ENDING, [today, plusDays(today, EARLY_RENEWAL_DAYS)]);
    await this.outbox.send(
      ending.map(({ volunteerId, qualificationId, validUntil, quietFrom, quietUntil }): MailRequest => {
        const stage = validUntil <= plusDays(today, LAST_REMINDER_DAYS) ? LAST_REMINDER_DAYS : EARLY_RENEWAL_DAYS;
        return {
          kind: 'qualification-ending',
          volunteerId,
          params: { qualificationId },
          dedupeKey: `qualification-ending:${stage}:${qualificationId}:${volunteerId}:${validUntil}`,
          notBefore: nextAllowedHour(now, quietFrom, quietUntil),
        };
      }),
    );
  }

  /** Works out the grants of the people that a statement names. Run again, it changes nothing. */
  private async grantTo(statement: string, values: unknown[]): Promise<void> {
    const people = (await this.db.query<{ id: string }>(statement, values)).map(({ id }) => id);
    for (let from = 0; from < people.length; from += BATCH) await this.grantBatch(people.slice(from, from + BATCH));
  }

  private async grantBatch(volunteerIds: readonly string[]): Promise<void> {
    const views = (await this.queries.all()).filter(({ archived }) => !archived);
    const known = await this.evidence.of(volunteerIds, views);
    const rows = volunteerIds.flatMap((volunteerId) =>
      views.flatMap((view) => {
        const evidence = known.get(volunteerId)?.get(view.id) ?? EvidenceQueries.NONE;
        const grants = grantsOf(EvidenceQueries.ruleOf(view), evidence);
        return grants.map((grant) => ({ ...grant, volunteerId, qualificationId: view.id }));
      }),
    );
    if (rows.length === 0) return;
    await this.db.transaction(async () => {
      const now = this.clock.now();
      const added = await this.db.query<{
        id: string;
        volunteerId: string;
        qualificationId: string;
        isValid: boolean;
      }>(INSERT, [JSON.stringify(rows), now, parisDay(now)]);
      await this.outbox.send(
        added
          .filter(({ isValid }) => isValid)
          .map(({ id, volunteerId, qualificationId }): MailRequest => ({
            kind: 'qualification-granted',
            volunteerId,
            params: { qualificationId },
            dedupeKey: `qualification-granted:${id}`,
          })),
      );
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock, type Locale, type Network, parisDay } from '#platform/kernel';
import type { AttendedDate } from './certificate.rules.js';
import type { RecordYear } from './certificate.types.js';

/** A training that somebody came to. */
export interface RecordLine {
  enrolmentId: string;
  courseTitle: string;
  courseLocale: Locale;
  courseSlug: string;
  networks: Network[];
  dates: AttendedDate[];
  minutes: number;
  held: boolean;
  certificateId: string | null;
  certificateCode: string | null;
}

const LINES = `
  select e.id as "enrolmentId", c.title as "courseTitle", c.locale as "courseLocale", c.slug as "courseSlug", c.networks,
         d.dates, d.minutes, h.enrolment_id is not null as held, k.id as "certificateId", k.code as "certificateCode"
    from enrolment e
    join training_session s on s.id = e.session_id
    join course c on c.id = s.course_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('startsAt', sd.starts_at, 'endsAt', sd.ends_at, 'minutes', coalesce(a.minutes, 0))
                       order by sd.starts_at) as dates,
             coalesce(sum(a.minutes), 0)::int as minutes
        from session_date sd
        left join attended_hours a on a.session_date_id = sd.id and a.enrolment_id = e.id
       where sd.session_id = s.id and (sd.starts_at <= $2 or a.minutes is not null)) d
    left join held_course h on h.enrolment_id = e.id
    left join certificate k on k.enrolment_id = e.id and k.revoked_at is null
   where e.volunteer_id = $1 and e.status = 'enrolled' and d.minutes > 0
   order by s.starts_at desc, e.id`;

const NAME = `
  select coalesce(nullif(concat_ws(' ', t.given_name, t.family_name), ''), v.display_name) as name, v.locale
    from volunteer v left join contact t on t.volunteer_id = v.id where v.id = $1`;

/** The trainings and hours of one person. */
@Injectable()
export class TrainingRecords {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What somebody came to, wholly or in part, the latest first. */
  lines(volunteerId: string): Promise<RecordLine[]> {
    return this.db.query<RecordLine>(LINES, [volunteerId, this.clock.now()]);
  }

  /** Name and language that are printed. */
  async holder(volunteerId: string): Promise<{ name: string; locale: Locale }> {
    const [holder] = await this.db.query<{ name: string; locale: Locale }>(NAME, [volunteerId]);
    return holder ?? { name: '', locale: 'fr' };
  }
}

/** Year in Paris of the last date that was attended. */
export function yearOf({ dates }: Pick<RecordLine, 'dates'>): number {
  const last = dates.filter(({ minutes }) => minutes > 0).at(-1);
  return last ? Number(parisDay(new Date(last.startsAt)).slice(0, 4)) : 0;
}

/** Sums by year, the latest first. */
export function yearsOf(lines: readonly Pick<RecordLine, 'dates' | 'minutes'>[]): RecordYear[] {
  const years = new Map<number, RecordYear>();
  for (const line of lines) {
    const year = yearOf(line);
    const sum = years.get(year) ?? { year, minutes: 0, trainings: 0 };
    years.set(year, { year, minutes: sum.minutes + line.minutes, trainings: sum.trainings + 1 });
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}

import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Locale, Network } from '#platform/kernel';
import type { AttendedDate, RevocationReason } from './certificate.rules.js';

/** A certificate with its holder as she is now. */
export interface CertificateFacts {
  id: string;
  code: string;
  volunteerId: string | null;
  /** As she wrote it in her contact data, else the name she shows; null once she is erased. */
  holderName: string | null;
  /** Language we write to her in. */
  locale: Locale;
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  courseSummary: string;
  courseLocale: Locale;
  networks: Network[];
  partnerName: string | null;
  dates: AttendedDate[];
  minutes: number;
  issuedAt: Date;
  revokedAt: Date | null;
  revocationReason: RevocationReason | null;
  revocationNote: string | null;
  sharedAt: Date | null;
  subjectId: string;
}

const FACTS = `
  select k.id, k.code, k.volunteer_id as "volunteerId", c.slug as "courseSlug",
         coalesce(nullif(concat_ws(' ', t.given_name, t.family_name), ''), v.display_name) as "holderName",
         coalesce(v.locale, 'fr') as locale,
         k.course_id as "courseId", k.course_title as "courseTitle", k.course_summary as "courseSummary",
         k.course_locale as "courseLocale", k.networks, k.partner_name as "partnerName", k.dates, k.minutes,
         k.issued_at as "issuedAt", k.revoked_at as "revokedAt", k.revocation_reason as "revocationReason",
         k.revocation_note as "revocationNote", k.shared_at as "sharedAt", k.subject_id as "subjectId"
    from certificate k
    join course c on c.id = k.course_id
    left join volunteer v on v.id = k.volunteer_id
    left join contact t on t.volunteer_id = v.id`;

/** Reads of certificates. */
@Injectable()
export class CertificateQueries {
  constructor(private readonly db: Database) {}

  byId(id: string): Promise<CertificateFacts | null> {
    return this.one(`${FACTS} where k.id = $1`, id);
  }

  /** What a stranger asks for: a prepared statement, as a wrong code must cost as little as a right one. */
  async byCode(code: string): Promise<CertificateFacts | null> {
    const [facts] = await this.db.read<CertificateFacts>('certificate-by-code', `${FACTS} where k.code = $1`, [code]);
    return facts ?? null;
  }

  /** All of one person, the latest first, revoked ones too unless another stands for them. */
  ofVolunteer(volunteerId: string): Promise<CertificateFacts[]> {
    return this.db.query<CertificateFacts>(
      `${FACTS} where k.volunteer_id = $1 and k.revocation_reason is distinct from 'replaced'
        order by k.dates -> -1 ->> 'endsAt' desc, k.id`,
      [volunteerId],
    );
  }

  /** Everything revoked that somebody may hold a badge of: identifier and reason. */
  revoked(): Promise<{ id: string; reason: RevocationReason }[]> {
    return this.db.query(
      `select id, revocation_reason as reason from certificate
        where revoked_at is not null and credential is not null order by revoked_at, id`,
    );
  }

  /** What a course is worth, as its badges say it: once somebody has a certificate of it. */
  async achievement(
    courseId: string,
  ): Promise<Pick<
    CertificateFacts,
    'courseId' | 'courseTitle' | 'courseSummary' | 'courseLocale' | 'partnerName'
  > | null> {
    const [course] = await this.db.query<CertificateFacts>(
      `select c.id as "courseId", c.title as "courseTitle", c.summary as "courseSummary", c.locale as "courseLocale",
              null as "partnerName"
         from course c where c.id = $1 and exists (select 1 from certificate k where k.course_id = c.id)`,
      [courseId],
    );
    return course ?? null;
  }

  private async one(sql: string, id: string): Promise<CertificateFacts | null> {
    const [facts] = await this.db.query<CertificateFacts>(sql, [id]);
    return facts ?? null;
  }
}

import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Generated,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Locale, Network } from '#platform/kernel';
import type { AttendedDate, RevocationReason } from './certificate.rules.js';
import { SigningKey } from './signing-key.entity.js';

/**
 * That somebody held a course, with its facts as they were. Who the holder is stands in her contact data alone; an
 * erased holder leaves a certificate that can still be checked and names nobody.
 */
@Entity('certificate')
@Unique('certificate_code_unique', ['code'])
@Check('certificate_code_format', `code ~ '^[0-9A-HJKMNP-TV-Y]{12}$'`)
@Check('certificate_minutes_positive', 'minutes > 0')
@Check(
  'certificate_revocation_known',
  `revocation_reason in ('presence_corrected', 'replaced', 'issued_in_error', 'not_hers', 'other')`,
)
@Check('certificate_revocation_explained', '(revoked_at is null) = (revocation_reason is null)')
@Check('certificate_lifted_after_revocation', 'lifted_at is null or revoked_at is not null')
@Check('certificate_identity_whole', '(identity_hash is null) = (identity_salt is null)')
@Check('certificate_credential_signed', '(credential is null) = (signing_key_id is null)')
@Index('certificate_one_valid', ['enrolmentId'], { unique: true, where: 'revoked_at is null' })
@Index('certificate_latest', ['issuedAt', 'id'])
export class Certificate {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'certificate_pk' })
  id: string;

  /** What a stranger types or scans to check it: see `certificate-code.rules.ts`. */
  @Column('text')
  code: string;

  @Index('certificate_by_volunteer')
  @Column('uuid', { nullable: true })
  @ForeignKey('Volunteer', { name: 'certificate_volunteer_fk', onDelete: 'SET NULL' })
  volunteerId: string | null;

  @Index('certificate_by_enrolment')
  @Column('uuid', { nullable: true })
  @ForeignKey('Enrolment', { name: 'certificate_enrolment_fk', onDelete: 'SET NULL' })
  enrolmentId: string | null;

  @Index('certificate_by_course')
  @Column('uuid')
  @ForeignKey('Course', { name: 'certificate_course_fk' })
  courseId: string;

  @Column('text')
  courseTitle: string;

  @Column('text')
  courseSummary: string;

  @Column('text')
  courseLocale: Locale;

  @Column('text', { array: true })
  networks: Network[];

  @Column('text', { nullable: true })
  partnerName: string | null;

  /** The dates she was present at, in order; instants as ISO 8601. */
  @Column('jsonb')
  dates: AttendedDate[];

  @Column('int')
  minutes: number;

  /** Whole seconds, as it is written into the badge. */
  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  revocationReason: RevocationReason | null;

  /** What whoever revoked it wrote; seen by the holder and by staff, not by strangers. */
  @Column('text', { nullable: true })
  revocationNote: string | null;

  @Index('certificate_by_revoker', { where: 'revoked_by is not null' })
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'certificate_revoker_fk', onDelete: 'SET NULL' })
  revokedBy: string | null;

  /** Since when a revocation by hand no longer stands in the way of a new certificate. */
  @Column('timestamptz', { nullable: true })
  liftedAt: Date | null;

  /** Since when she lets whoever has the code see her name. */
  @Column('timestamptz', { nullable: true })
  sharedAt: Date | null;

  /** Whom the badge is about, as a number that means nothing elsewhere. */
  @Column('uuid')
  @Generated('uuid')
  subjectId: string;

  @Column('text', { nullable: true })
  identityHash: string | null;

  @Column('text', { nullable: true })
  identitySalt: string | null;

  /** The signed badge, once somebody asked for it. */
  @Column('text', { nullable: true })
  credential: string | null;

  @Index('certificate_by_signing_key', { where: 'signing_key_id is not null' })
  @Column('text', { nullable: true })
  @ForeignKey(() => SigningKey, { name: 'certificate_signing_key_fk' })
  signingKeyId: string | null;
}

/** A booking whose certificate is to be issued or taken back, kept by triggers on `attendance`. */
@Entity('certificate_due')
export class CertificateDue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certificate_due_pk' })
  @ForeignKey('Enrolment', { name: 'certificate_due_enrolment_fk', onDelete: 'CASCADE' })
  enrolmentId: string;

  @Index('certificate_due_by_time')
  @Column('timestamptz')
  notBefore: Date;
}

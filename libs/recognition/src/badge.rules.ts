import { createHash } from 'node:crypto';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { inGroups } from './certificate-code.rules.js';
import { type AttendedDate, durationInWords } from './certificate.rules.js';

/** Addresses under which strangers find what a badge names. They are part of badges that are out in the world: never change them. */
export function addresses(publicUrl: string) {
  const at = `${publicUrl}/recognition`;
  return {
    issuer: `${at}/issuer`,
    revocations: `${at}/revocations`,
    keySet: `${publicUrl}/.well-known/jwks.json`,
    key: (id: string): string => `${at}/keys/${id}`,
    achievement: (courseId: string): string => `${at}/achievements/${courseId}`,
    credential: (certificateId: string): string => `${at}/credentials/${certificateId}`,
    verifier: (code: string): string => `${publicUrl}/verifier/${code}`,
  };
}
export type Addresses = ReturnType<typeof addresses>;

/** Who issues badges. */
export interface IssuerFacts {
  name: string;
  url: string;
  email?: string | undefined;
}

/** What a badge says. */
export interface BadgeFacts {
  id: string;
  code: string;
  subjectId: string;
  courseId: string;
  courseTitle: string;
  courseSummary: string;
  courseLocale: Locale;
  partnerName: string | null;
  dates: readonly AttendedDate[];
  minutes: number;
  issuedAt: Date;
  identity: HashedIdentity | null;
}

/** An e-mail address that can be compared, not read. */
export interface HashedIdentity {
  hash: string;
  salt: string;
}

/** Hash of an address as Open Badges 3.0 writes it (section B.6.4): of the address followed by the salt. */
export function hashedIdentity(email: string, salt: string): HashedIdentity {
  const digest = createHash('sha256')
    .update(email.trim().toLowerCase() + salt, 'utf8')
    .digest('hex');
  return { hash: `sha256$${digest}`, salt };
}

const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;
const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** Instant as credentials write it: whole seconds, in UTC. */
export const credentialTime = (instant: Date | string): string =>
  new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** The profile of the issuer (Open Badges 3.0, section B.1.13). */
export function issuerProfile({ name, url, email }: IssuerFacts, at: Addresses) {
  return { id: at.issuer, type: ['Profile'] as const, name, url, ...(email && { email }) };
}

/** What somebody achieves by holding a course (Open Badges 3.0, section B.1.1). */
export function achievementOf(
  course: Pick<BadgeFacts, 'courseId' | 'courseTitle' | 'courseSummary' | 'courseLocale' | 'partnerName'>,
  at: Addresses,
) {
  const { courseId, courseTitle, courseSummary, courseLocale, partnerName } = course;
  return {
    id: at.achievement(courseId),
    type: ['Achievement'] as const,
    achievementType: 'Course',
    name: courseTitle,
    description: courseSummary.trim() || courseTitle,
    inLanguage: courseLocale,
    criteria: {
      narrative: partnerName
        ? t(courseLocale, 'recognition.badge.criteriaWith', { partner: partnerName })
        : t(courseLocale, 'recognition.badge.criteria'),
    },
  };
}

/** The credential that is signed: an OpenBadgeCredential of the Verifiable Credentials data model 2.0. */
export function credentialOf(facts: BadgeFacts, issuer: IssuerFacts, at: Addresses) {
  const { dates, identity } = facts;
  const [first, last] = [dates[0], dates.at(-1)];
  return {
    '@context': CONTEXT,
    id: at.credential(facts.id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'] as const,
    name: facts.courseTitle,
    issuer: issuerProfile(issuer, at),
    validFrom: credentialTime(facts.issuedAt),
    credentialSubject: {
      id: `urn:uuid:${facts.subjectId}`,
      type: ['AchievementSubject'] as const,
      ...(identity && {
        identifier: [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: identity.hash,
            identityType: 'emailAddress',
            salt: identity.salt,
          },
        ],
      }),
      ...(first && { activityStartDate: credentialTime(first.startsAt) }),
      ...(last && { activityEndDate: credentialTime(last.endsAt) }),
      achievement: achievementOf(facts, at),
    },
    evidence: [
      {
        id: at.verifier(facts.code),
        type: ['Evidence'] as const,
        name: t(facts.courseLocale, 'recognition.badge.evidence', { code: inGroups(facts.code) }),
        narrative: t(facts.courseLocale, 'recognition.badge.duration', {
          duration: durationInWords(facts.minutes, facts.courseLocale),
        }),
      },
    ],
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: { id: at.revocations, type: '1EdTechRevocationList' },
  };
}
export type BadgeCredential = ReturnType<typeof credentialOf>;

/** The claims that the JWT repeats of the credential that is its body (Open Badges 3.0, section 8.2.4.1). */
export function claimsOf(credential: BadgeCredential) {
  return {
    iss: credential.issuer.id,
    jti: credential.id,
    nbf: Math.floor(Date.parse(credential.validFrom) / 1000),
    sub: credential.credentialSubject.id,
  };
}

/** Whether a signed body says the same in its claims and in its credential; the bodies we sign always do. */
export function claimsAgree(body: Record<string, unknown>): boolean {
  const { iss, jti, nbf, sub, id, issuer, validFrom, credentialSubject } = body;
  return (
    typeof jti === 'string' &&
    jti === id &&
    iss === (issuer as { id?: unknown } | undefined)?.id &&
    sub === (credentialSubject as { id?: unknown } | undefined)?.id &&
    typeof validFrom === 'string' &&
    nbf === Math.floor(Date.parse(validFrom) / 1000)
  );
}

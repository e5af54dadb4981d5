import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { addresses } from './badge.rules.js';
import { hasPdf } from './certificate-pdf.js';
import type { CertificateFacts } from './certificate.queries.js';
import { type AttendedDate, initialsOf } from './certificate.rules.js';
import type { CertifiedTraining, CheckedCertificate, DateAttended, MyCertificate } from './certificate.types.js';

/** Dates as the API gives them. */
export function datesOf(dates: readonly AttendedDate[]): DateAttended[] {
  return dates.map(({ startsAt, endsAt, minutes }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    minutes,
  }));
}

/** What everybody who may see a certificate sees of it. */
export function trainingOf(
  facts: Omit<CertifiedTraining, 'dates' | 'revocation'> & { dates: readonly AttendedDate[] },
  locale: Locale,
): CertifiedTraining {
  const { code, courseTitle, courseLocale, networks, partnerName, minutes, issuedAt, revokedAt } = facts;
  const { revocationReason } = facts;
  return {
    ...{ code, courseTitle, courseLocale, networks, partnerName, minutes, issuedAt, revokedAt, revocationReason },
    dates: datesOf(facts.dates),
    revocation: revocationReason && t(locale, `recognition.reason.${revocationReason}`),
  };
}

/** Certificates as their holder and as strangers see them. */
@Injectable()
export class CertificateViews {
  constructor(private readonly config: Config) {}

  mine(facts: CertificateFacts, locale: Locale): MyCertificate {
    const { id, holderName, courseSlug, code, sharedAt, revocationNote } = facts;
    return {
      ...trainingOf(facts, locale),
      ...{ id, courseSlug, revocationNote },
      holderName: holderName ?? '',
      verifyUrl: this.addresses.verifier(code),
      hasPdf: hasPdf(facts),
      shared: sharedAt !== null,
    };
  }

  /** A stranger sees initials, unless the holder shows her name. */
  checked(facts: CertificateFacts, locale: Locale): CheckedCertificate {
    const { id, holderName, sharedAt, revokedAt } = facts;
    const shared = sharedAt !== null;
    return {
      ...trainingOf(facts, locale),
      valid: revokedAt === null,
      holder: holderName && (shared ? holderName : initialsOf(holderName)),
      shared,
      badgeUrl: this.addresses.credential(id),
      issuer: this.config.brandName,
    };
  }

  private get addresses(): ReturnType<typeof addresses> {
    return addresses(this.config.publicUrl);
  }
}

import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import type { BadgeFault } from './badge-check.service.js';
import { CertificateRow, CheckedCertificate, MyCertificate } from './certificate.types.js';
import { BadgeFaultEnum, type CertificateRefusal, CertificateRefusalEnum } from './recognition.enums.js';

@ObjectType({ implements: () => [Refusal], description: 'Why something cannot be done with a certificate.' })
export class CertificateRefused implements Refusal {
  @Field(() => CertificateRefusalEnum, { description: 'The reason, of the closed list.' })
  reason: CertificateRefusal;

  message: string;

  constructor(reason: CertificateRefusal, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `recognition.refusal.${reason}`);
  }
}

@ObjectType({ implements: () => [Refusal], description: 'Why a badge is not believed.' })
export class BadgeRefused implements Refusal {
  @Field(() => BadgeFaultEnum, { description: 'The reason, of the closed list.' })
  reason: BadgeFault;

  message: string;

  constructor(reason: BadgeFault, locale: Locale) {
    this.reason = reason;
    this.message = t(locale, `recognition.fault.${reason}`);
  }
}

@ObjectType({ implements: () => [Refusal], description: 'No certificate has this code.' })
export class CertificateUnknown implements Refusal {
  message: string;

  constructor(locale: Locale) {
    this.message = t(locale, 'recognition.plain.unknown');
  }
}

export const CertificateCheckResult = createUnionType({
  name: 'CertificateCheckResult',
  description: 'A certificate as a stranger sees it, or that there is none.',
  types: () => [CheckedCertificate, CertificateUnknown] as const,
  resolveType: (value: object) => ('code' in value ? CheckedCertificate : CertificateUnknown),
});

export const BadgeCheckResult = createUnionType({
  name: 'BadgeCheckResult',
  description: 'The certificate that a badge stands for, or why the badge is not believed.',
  types: () => [CheckedCertificate, BadgeRefused] as const,
  resolveType: (value: object) => ('reason' in value ? BadgeRefused : CheckedCertificate),
});

export const CertificateRowResult = createUnionType({
  name: 'CertificateRowResult',
  description: 'The certificate as it is now, or why not.',
  types: () => [CertificateRow, CertificateRefused] as const,
  resolveType: (value: object) => ('reason' in value ? CertificateRefused : CertificateRow),
});

export const ShareCertificateResult = createUnionType({
  name: 'ShareCertificateResult',
  description: 'My certificate as it is now, or why it cannot be shared.',
  types: () => [MyCertificate, CertificateRefused] as const,
  resolveType: (value: object) => ('reason' in value ? CertificateRefused : MyCertificate),
});

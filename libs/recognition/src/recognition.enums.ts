import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { BADGE_FAULTS } from './badge-check.service.js';
import { REASONS_BY_HAND, REVOCATION_REASONS } from './certificate.rules.js';

export const RevocationReasonEnum = enumOf(REVOCATION_REASONS);
registerEnumType(RevocationReasonEnum, {
  name: 'RevocationReason',
  description: 'Why a certificate is no longer valid.',
  valuesMap: {
    presence_corrected: { description: 'Presence was withdrawn afterwards.' },
    replaced: { description: 'The facts were corrected; another certificate stands for it.' },
    issued_in_error: { description: 'A coordinator found that it should not have been issued.' },
    not_hers: { description: 'A coordinator found that somebody else had attended.' },
    other: { description: 'Another reason, told in the note.' },
  },
});

export const ReasonByHandEnum = enumOf(REASONS_BY_HAND);
registerEnumType(ReasonByHandEnum, {
  name: 'RevocationReasonByHand',
  description: 'Why a coordinator revokes a certificate.',
  valuesMap: {
    issued_in_error: { description: 'It should not have been issued.' },
    not_hers: { description: 'Somebody else had attended.' },
    other: { description: 'Another reason, told in the note.' },
  },
});

export const BadgeFaultEnum = enumOf(BADGE_FAULTS);
registerEnumType(BadgeFaultEnum, {
  name: 'BadgeFault',
  description: 'Why a badge is not believed.',
  valuesMap: {
    NOT_A_BADGE: { description: 'The text has not the form of a signed badge.' },
    NOT_OURS: { description: 'No key of this platform is named in it.' },
    CHANGED: { description: 'The signature does not fit what it says.' },
    KEY_WITHDRAWN: { description: 'It was signed by a key that is no longer believed.' },
  },
});

/** Why something cannot be done with a certificate. */
export const CERTIFICATE_REFUSALS = ['REVOKED_ALREADY', 'NOT_REVOKED', 'NOT_HELD', 'REVOKED'] as const;
export type CertificateRefusal = (typeof CERTIFICATE_REFUSALS)[number];

export const CertificateRefusalEnum = enumOf(CERTIFICATE_REFUSALS);
registerEnumType(CertificateRefusalEnum, {
  name: 'CertificateRefusal',
  description: 'Why something cannot be done with a certificate.',
  valuesMap: {
    REVOKED_ALREADY: { description: 'It is revoked already.' },
    NOT_REVOKED: { description: 'It is valid, so there is nothing to issue again.' },
    NOT_HELD: { description: 'The attendance that is noted is not enough.' },
    REVOKED: { description: 'It is revoked, and so cannot be shared.' },
  },
});

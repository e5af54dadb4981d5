/**
 * Why something stays, or goes only then: a closed list, each with a sentence for everybody (`privacy.because.<reason>`).
 * - `consent-proof`: RGPD art. 7(1), who processes data must be able to show that consent was given.
 * - `accountability`: RGPD art. 5(2), what staff did in the name of the city can be explained, without naming who left.
 * - `security`: RGPD art. 32; CNIL, deliberation 2021-122: journals 6 months to 1 year, 3 for internal control.
 * - `totals`: RGPD art. 17(3)(d) and 89, figures about activity, in rows that lead to nobody.
 * - `need-over`: RGPD art. 5(1)(e), kept only as long as it serves.
 * - `no-contact`: RGPD art. 5(1)(e); CNIL, deliberation 2021-028: two years after the last contact for accompanied people.
 * - `verification`: RGPD art. 17(3)(e), who shows an attestation can have it checked.
 * - `erasure-proof`: RGPD art. 5(2) and 17, an erasure holds even when an older backup is restored.
 * - `others-rights`: RGPD art. 15(4) and 17(3)(e), the row is about somebody else or something that others rely on.
 */
export const LEGAL_REASONS = [
  'consent-proof',
  'accountability',
  'security',
  'totals',
  'need-over',
  'no-contact',
  'verification',
  'erasure-proof',
  'others-rights',
] as const;
export type LegalReason = (typeof LEGAL_REASONS)[number];

/** Why somebody is left out of a mail to many. */
export const LEFT_OUT_REASONS = ['NOT_MEMBER', 'REFUSED', 'NO_ADDRESS'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Whom a mail to many reaches. */
export interface Reach {
  /** How many get the mail. */
  byMail: number;
  /** How many are told at reception. */
  byNotice: number;
  leftOut: { reason: LeftOutReason; count: number }[];
}

/** @param rows how many people for each reason, null being those who can be written to */
export function reachOfMailing(rows: readonly { why: string | null; n: number }[], notices: boolean): Reach {
  const of = (why: string | null): number => rows.find((row) => row.why === why)?.n ?? 0;
  const reasons = LEFT_OUT_REASONS.filter((reason) => of(reason) > 0 && !(notices && reason === 'NO_ADDRESS'));
  return {
    byMail: of(null),
    byNotice: notices ? of('NO_ADDRESS') : 0,
    leftOut: reasons.map((reason) => ({ reason, count: of(reason) })),
  };
}

export const CALL_ANSWER_STATES = ['waiting', 'chosen', 'declined'] as const;
export type CallAnswerState = (typeof CALL_ANSWER_STATES)[number];

/** What the rules need to know of a call. Days are `YYYY-MM-DD`, in Paris. */
export interface CallState {
  /** Last day on which one may answer. */
  deadlineOn: string;
  isClosed: boolean;
  sessionIds: readonly string[];
}

/** Whether a call may be answered on a day. */
export function isCallOpen({ deadlineOn, isClosed }: CallState, today: string): boolean {
  return !isClosed && today <= deadlineOn;
}

/** What is wrong with an answer to a call, by field. */
export function faultsOfAnswer(call: CallState, sessionIds: readonly string[]): { path: string; rule: string }[] {
  const isKnown = sessionIds.length > 0 && sessionIds.every((id) => call.sessionIds.includes(id));
  return isKnown ? [] : [{ path: 'sessionIds', rule: 'callSessions' }];
}

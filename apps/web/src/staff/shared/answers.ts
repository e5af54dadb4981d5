import { textIn } from '../../ui/use-form.js';

/** Yes, no, or nobody knows yet: an access that is not described is not the same as one that is missing. */
export type Answer = 'yes' | 'no' | 'unknown';

export function answerOf(value: boolean | null | undefined): Answer {
  if (value === true) return 'yes';
  return value === false ? 'no' : 'unknown';
}

/** The answer in a form, as the server wants it: null when nobody knows. */
export function answerIn(data: FormData, name: string): boolean | null {
  const answer = textIn(data, name);
  if (answer === 'yes') return true;
  return answer === 'no' ? false : null;
}

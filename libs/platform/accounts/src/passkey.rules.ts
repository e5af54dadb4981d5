import { userError } from '#platform/graphql';

interface AnswerShape {
  id: string;
  rawId: string;
  response: { clientDataJSON: string };
}

/**
 * A browser's answer from its JSON. Only what is looked at before the signature is checked here; the rest is the business
 * of the library that checks the signature.
 *
 * @throws BAD_USER_INPUT naming `response`
 */
export function readAnswer<T extends AnswerShape>(json: string): T {
  const parsed = parsedOf(json) as Partial<AnswerShape> | null;
  const isAnswer =
    typeof parsed === 'object' && typeof parsed?.id === 'string' && typeof parsed.response?.clientDataJSON === 'string';
  if (!isAnswer) throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'response', rule: 'matches' }]);
  return parsed as T;
}

/** The question that a browser says it answers; empty when it says nothing that can be read. */
export function challengeOf({ response }: AnswerShape): string {
  const said = parsedOf(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
  const challenge = (said as { challenge?: unknown } | null)?.challenge;
  return typeof challenge === 'string' ? challenge : '';
}

function parsedOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

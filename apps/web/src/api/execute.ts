import type { TadaDocumentNode } from 'gql.tada';
import { currentLocale } from '../i18n/locale.js';
import { ApiError } from './errors.js';
import { textOf, type DocumentText } from './graphql.js';

interface Answer<R> {
  data?: R | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/**
 * Sends one operation and gives its data.
 *
 * @throws ApiError always of a known code; `OFFLINE` when no answer came
 */
export async function execute<R, V>(
  document: TadaDocumentNode<R, V>,
  ...[variables]: Record<string, never> extends V ? [V?] : [V]
): Promise<R> {
  const response = await send({ query: textOf(document as unknown as DocumentText), variables });
  const requestId = response.headers.get('x-request-id');
  const answer = await readJson<Answer<R>>(response);
  const [error] = answer?.errors ?? [];
  if (error) throw ApiError.of(error.message, error.extensions, requestId);
  if (!answer?.data) throw new ApiError('INTERNAL', `HTTP ${response.status}`, requestId);
  return answer.data;
}

async function send(body: { query: string; variables: unknown }): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': currentLocale(),
        'x-requested-with': 'pages',
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiError('OFFLINE', 'No answer');
  }
}

async function readJson<T>(response: Response): Promise<T | null> {
  try {
    return (await response.json()) as T;
  } catch {
    return null;
  }
}

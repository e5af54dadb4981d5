import type { VariablesOf } from 'gql.tada';
import { ApiError } from '../../api/errors.js';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { currentLocale } from '../../i18n/locale.js';

const SaveDocument = graphql(`
  mutation SaveMaterial($input: MaterialInput!) {
    saveMaterial(input: $input) {
      id
    }
  }
`);
export type MaterialInput = VariablesOf<typeof SaveDocument>['input'];

export async function saveMaterial(input: MaterialInput): Promise<void> {
  await execute(SaveDocument, { input });
}

const RemoveDocument = graphql(`
  mutation RemoveMaterial($id: ID!) {
    removeMaterial(id: $id)
  }
`);

export async function removeMaterial(id: string): Promise<void> {
  await execute(RemoveDocument, { id });
}

/**
 * Sends a file as it is.
 * @returns its identifier, for the material that it will be
 * @throws ApiError of a known code
 */
export async function sendFile(file: File): Promise<string> {
  const response = await fetch(`/material-files?${new URLSearchParams({ name: file.name }).toString()}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'accept-language': currentLocale(),
      'x-requested-with': 'pages',
    },
    body: file,
  }).catch(() => {
    throw new ApiError('OFFLINE', 'No answer');
  });
  const answer = (await response.json()) as { fileId?: string; message?: string };
  if (response.ok && answer.fileId) return answer.fileId;
  const { message = `HTTP ${response.status}`, ...extensions } = answer;
  throw ApiError.of(message, extensions, response.headers.get('x-request-id'));
}

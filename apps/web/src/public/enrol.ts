import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ApiError } from '../api/errors.js';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

const EnrolDocument = graphql(`
  mutation Enrol($sessionId: ID!, $idempotencyKey: String!, $confirmOverlap: Boolean!) {
    enrol(sessionId: $sessionId, idempotencyKey: $idempotencyKey, confirmOverlap: $confirmOverlap) {
      __typename
      ... on Enrolment {
        id
        status
      }
      ... on EnrolmentRefused {
        reason
        message
        overlap {
          courseTitle
          startsAt
          endsAt
        }
        missing {
          id
          slug
          title
          gives {
            slug
            name
          }
        }
      }
    }
  }
`);
export type EnrolResult = ResultOf<typeof EnrolDocument>['enrol'];

/** An unguessable text. `randomUUID` exists on secure pages only, and a phone may try the demo over plain HTTP. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The key of the booking that is under way for a session. One key lasts for one attempt, over retries, reloads and double
 * taps, until the server has answered: then the attempt has ended.
 */
function attemptOf(sessionId: string) {
  const name = `booking:${sessionId}`;
  return {
    key: (): string => {
      const key = sessionStorage.getItem(name) ?? newKey();
      sessionStorage.setItem(name, key);
      return key;
    },
    end: (): void => sessionStorage.removeItem(name),
  };
}

/** Books a seat or a place on the waiting list. A lost answer is asked for again with the same key: never two bookings. */
export function useEnrol(sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ confirmOverlap }: { confirmOverlap: boolean }): Promise<EnrolResult> => {
      const attempt = attemptOf(sessionId);
      const variables = { sessionId, idempotencyKey: attempt.key(), confirmOverlap };
      const { enrol } = await execute(EnrolDocument, variables);
      attempt.end();
      return enrol;
    },
    retry: (count, error) => count < 3 && error instanceof ApiError && error.code === 'OFFLINE',
    retryDelay: (count) => 500 * 2 ** count,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['session', sessionId] }),
        client.invalidateQueries({ queryKey: ['agenda'] }),
      ]),
  });
}

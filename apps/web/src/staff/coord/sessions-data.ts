import type { VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { SessionRowFragment } from '../shared/session-rows.js';

const SessionsDocument = graphql(
  `
    query CoordinatorSessions(
      $network: Network
      $status: SessionStatus
      $text: String
      $past: Boolean
      $first: Int
      $after: String
    ) {
      coordinatorSessions(network: $network, status: $status, text: $text, past: $past, first: $first, after: $after) {
        total
        nodes {
          ...SessionRowFields
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [SessionRowFragment],
);
export type SessionsWanted = VariablesOf<typeof SessionsDocument>;

/** One page of the sessions of the coordinator's networks. */
export async function loadSessions(wanted: SessionsWanted) {
  return (await execute(SessionsDocument, wanted)).coordinatorSessions;
}

const DuplicateDocument = graphql(`
  mutation DuplicateSession($id: ID!, $asTemplate: String, $startsAt: DateTime) {
    duplicateSession(id: $id, asTemplate: $asTemplate, startsAt: $startsAt) {
      id
    }
  }
`);

/** Copies a session or a template: to a draft that starts at another time, or to a named template. Gives the new id. */
export async function duplicateSession(wanted: VariablesOf<typeof DuplicateDocument>): Promise<string> {
  return (await execute(DuplicateDocument, wanted)).duplicateSession.id;
}

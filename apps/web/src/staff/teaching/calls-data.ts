import type { VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { CallFragment, type Call } from '../../learning/calls-data.js';

const CallsDocument = graphql(
  `
    query TrainerCalls {
      trainerCalls {
        ...CallFields
      }
      qualifications {
        id
        name
        archived
      }
      coordinatorSessions(first: 100) {
        nodes {
          id
          courseTitle
          startsAt
          status
        }
      }
    }
  `,
  [CallFragment],
);

export const callsQuery = { queryKey: ['staff', 'calls'], queryFn: () => execute(CallsDocument) };
export type CallsData = Awaited<ReturnType<(typeof callsQuery)['queryFn']>>;

const PublishDocument = graphql(
  `
    mutation PublishCall($input: CallInput!) {
      publishCall(input: $input) {
        ...CallFields
      }
    }
  `,
  [CallFragment],
);

export async function publishCall(input: VariablesOf<typeof PublishDocument>['input']): Promise<Call[]> {
  return (await execute(PublishDocument, { input })).publishCall;
}

const DecideDocument = graphql(
  `
    mutation DecideCall($answerId: ID!, $sessionIds: [ID!]!, $reason: String!) {
      decideCall(answerId: $answerId, sessionIds: $sessionIds, reason: $reason) {
        ...CallFields
      }
    }
  `,
  [CallFragment],
);

export async function decideCall(decision: VariablesOf<typeof DecideDocument>): Promise<Call[]> {
  return (await execute(DecideDocument, decision)).decideCall;
}

const CloseDocument = graphql(
  `
    mutation CloseCall($callId: ID!, $reason: String!) {
      closeCall(callId: $callId, reason: $reason) {
        ...CallFields
      }
    }
  `,
  [CallFragment],
);

export async function closeCall(callId: string, reason: string): Promise<Call[]> {
  return (await execute(CloseDocument, { callId, reason })).closeCall;
}

import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

export const CallFragment = graphql(`
  fragment CallFields on TrainerCall {
    id
    courseTitle
    courseLocale
    qualificationName
    message
    deadlineOn
    open
    sessions {
      id
      startsAt
      placeName
    }
    answers {
      id
      displayName
      message
      sessionIds
      state
      reason
    }
  }
`);
export type Call = ResultOf<typeof CallFragment>;
export type CallAnswer = Call['answers'][number];

const ForMeDocument = graphql(
  `
    query CallsForMe {
      callsForMe {
        ...CallFields
      }
    }
  `,
  [CallFragment],
);

export const callsForMeQuery = {
  queryKey: ['calls-for-me'],
  queryFn: async () => (await execute(ForMeDocument)).callsForMe,
};

const AnswerDocument = graphql(
  `
    mutation AnswerCall($callId: ID!, $sessionIds: [ID!]!, $message: String!) {
      answerCall(callId: $callId, sessionIds: $sessionIds, message: $message) {
        ...CallFields
      }
    }
  `,
  [CallFragment],
);

export async function answerCall(answer: VariablesOf<typeof AnswerDocument>): Promise<Call[]> {
  return (await execute(AnswerDocument, answer)).answerCall;
}

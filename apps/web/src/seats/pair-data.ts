import type { ResultOf } from 'gql.tada';
import { graphql } from '../api/graphql.js';

const InvitationFragment = graphql(`
  fragment InvitationFields on PairInvitation {
    id
    code
    state
    isMine
    inviterName
    mailedAt
  }
`);
export type InvitationData = ResultOf<typeof InvitationFragment>;

export const MyInvitationDocument = graphql(
  `
    query MyInvitation($id: ID!) {
      session(id: $id) {
        myInvitation {
          ...InvitationFields
        }
      }
    }
  `,
  [InvitationFragment],
);

export const InviteDocument = graphql(
  `
    mutation InvitePair($sessionId: ID!) {
      invitePair(sessionId: $sessionId) {
        __typename
        ... on PairInvitation {
          ...InvitationFields
        }
        ... on EnrolmentRefused {
          message
        }
      }
    }
  `,
  [InvitationFragment],
);

export const MailInvitationDocument = graphql(`
  mutation MailPairInvitation($id: ID!, $email: String!) {
    mailPairInvitation(id: $id, email: $email) {
      __typename
      ... on PairRefused {
        message
      }
    }
  }
`);

export const WithdrawInvitationDocument = graphql(`
  mutation WithdrawPairInvitation($id: ID!) {
    withdrawPairInvitation(id: $id) {
      id
    }
  }
`);

export const InvitationDocument = graphql(
  `
    query PairInvitation($code: String!) {
      pairInvitation(code: $code) {
        ...InvitationFields
        session {
          id
        }
      }
    }
  `,
  [InvitationFragment],
);

export const AcceptDocument = graphql(`
  mutation AcceptPairInvitation($code: String!, $confirmOverlap: Boolean!) {
    acceptPairInvitation(code: $code, confirmOverlap: $confirmOverlap) {
      __typename
      ... on Enrolment {
        id
      }
      ... on EnrolmentRefused {
        reason
        message
      }
      ... on PairRefused {
        message
      }
    }
  }
`);

export const DeclineDocument = graphql(`
  mutation DeclinePairInvitation($code: String!) {
    declinePairInvitation(code: $code) {
      __typename
      ... on PairRefused {
        message
      }
    }
  }
`);

/** Where a friend answers. */
export const invitationPath = (code: string): string => `/a-deux/${code}`;

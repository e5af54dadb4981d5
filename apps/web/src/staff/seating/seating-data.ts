import type { ResultOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const SharingDocument = graphql(`
  query SessionSharing($id: ID!) {
    session(id: $id) {
      capacity
      sharing {
        releaseDays
        releasedAt
        isReleased
        shares {
          pool
          quota
          seats
          seatsLeft
        }
      }
    }
  }
`);
export type Sharing = NonNullable<NonNullable<ResultOf<typeof SharingDocument>['session']>['sharing']>;

export const sharingQuery = (id: string) => ({
  queryKey: ['staff', 'sharing', id],
  queryFn: async () => (await execute(SharingDocument, { id })).session,
  refetchOnWindowFocus: false,
});

export const ShareDocument = graphql(`
  mutation ShareSeats($sessionId: ID!, $solidarity: Int!, $climate: Int!, $releaseDays: Int!) {
    shareSeats(sessionId: $sessionId, solidarity: $solidarity, climate: $climate, releaseDays: $releaseDays) {
      __typename
      ... on SessionSaved {
        effect {
          offersMade
        }
      }
      ... on SessionEditRefused {
        message
      }
    }
  }
`);

export const UnshareDocument = graphql(`
  mutation UnshareSeats($sessionId: ID!) {
    unshareSeats(sessionId: $sessionId) {
      __typename
      ... on SessionSaved {
        effect {
          offersMade
        }
      }
      ... on SessionEditRefused {
        message
      }
    }
  }
`);

const AdviceFragment = graphql(`
  fragment AdviceFields on OverbookingAdvice {
    roomSeats
    acceptedSeats
    legalMaximum
    seats
    chance
    showPercent
    pastSessions
    likeness
    whyNot
    decision {
      acceptedSeats
      reason
      decidedAt
      decidedBy
    }
  }
`);
export type Advice = ResultOf<typeof AdviceFragment>;

const AdviceDocument = graphql(
  `
    query OverbookingAdvice($id: ID!) {
      overbookingAdvice(sessionId: $id) {
        ...AdviceFields
      }
    }
  `,
  [AdviceFragment],
);

export const adviceQuery = (id: string) => ({
  queryKey: ['staff', 'overbooking', id],
  queryFn: async () => (await execute(AdviceDocument, { id })).overbookingAdvice,
  refetchOnWindowFocus: false,
});

export const AcceptDocument = graphql(
  `
    mutation AcceptOverbooking($sessionId: ID!, $seats: Int!, $reason: String!) {
      acceptOverbooking(sessionId: $sessionId, seats: $seats, reason: $reason) {
        __typename
        ... on OverbookingAdvice {
          ...AdviceFields
        }
        ... on OverbookingRefused {
          message
        }
      }
    }
  `,
  [AdviceFragment],
);

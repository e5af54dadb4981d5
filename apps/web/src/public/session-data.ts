import type { ResultOf } from 'gql.tada';
import { graphql } from '../api/graphql.js';

export const SessionCardFragment = graphql(`
  fragment SessionCardFields on SessionCard {
    id
    courseSlug
    courseTitle
    courseSummary
    courseLocale
    networks
    themeTitle
    mode
    placeName
    arrondissement
    startsAt
    endsAt
    dateCount
    capacity
    seatsLeft
    waitingCount
    languages
    stepFree
    accessibility
    partnerName
    enrolmentOpensAt
    enrolmentClosesAt
  }
`);
export type SessionCardData = ResultOf<typeof SessionCardFragment>;

export const SessionsDocument = graphql(
  `
    query Sessions($filter: SessionFilter, $first: Int, $after: String) {
      sessions(filter: $filter, first: $first, after: $after) {
        total
        nodes {
          ...SessionCardFields
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [SessionCardFragment],
);

export const SessionDocument = graphql(`
  query Session($id: ID!) {
    session(id: $id) {
      id
      course {
        slug
        title
        summary
        description
        material
        locale
        networks
        minimumAge
        prerequisites {
          id
          slug
          title
          held
        }
        theme {
          title
          quarter
        }
      }
      mode
      place {
        name
        address
        arrondissement
        accessDetails
        stepFree
        hearingLoop
      }
      onlineUrl
      partner {
        name
      }
      capacity
      seatsLeft
      sharing {
        releasedAt
        isReleased
        shares {
          pool
          seats
          seatsLeft
        }
      }
      waitingCount
      enrolmentOpensAt
      enrolmentClosesAt
      startsAt
      endsAt
      dates {
        id
        startsAt
        endsAt
      }
      trainers
      languages
      accessibility
      notes
      status
      cancelReason
      mine {
        enrolment {
          id
          status
          rank
        }
        whyNot
        whyNotMessage
        wouldWait
        wouldBeRank
        chances {
          percent
          pastSessions
        }
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
export type SessionData = NonNullable<ResultOf<typeof SessionDocument>['session']>;
export type MineData = SessionData['mine'];

export const sessionPath = (session: { id: string; courseSlug: string }): string =>
  `/formations/${session.courseSlug}/sessions/${session.id}`;

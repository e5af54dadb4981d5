import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

export const EnrolmentFragment = graphql(`
  fragment EnrolmentFields on Enrolment {
    id
    status
    rank
    chances {
      percent
      pastSessions
    }
    attended
    createdAt
    icsUrl
    offer {
      id
      deadlineAt
    }
    session {
      id
      status
      cancelReason
      startsAt
      endsAt
      mode
      onlineUrl
      languages
      accessibility
      notes
      trainers
      partner {
        name
      }
      dates {
        id
        startsAt
        endsAt
      }
      place {
        name
        address
        arrondissement
        accessDetails
        stepFree
        hearingLoop
      }
      course {
        slug
        title
        locale
        networks
        material
      }
    }
  }
`);
export type EnrolmentData = ResultOf<typeof EnrolmentFragment>;

const AgendaDocument = graphql(
  `
    query MyAgenda {
      myAgenda {
        calendarUrl
        upcoming {
          ...EnrolmentFields
        }
        past {
          ...EnrolmentFields
        }
      }
    }
  `,
  [EnrolmentFragment],
);

/** My bookings and waiting lists, to come and past, with the address of my private calendar. */
export function useAgenda() {
  return useQuery({ queryKey: ['agenda'], queryFn: async () => (await execute(AgendaDocument)).myAgenda });
}

export const bookingPath = (id: string): string => `/moi/reservations/${id}`;

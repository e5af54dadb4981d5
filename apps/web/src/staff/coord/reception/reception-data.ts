import type { ResultOf } from 'gql.tada';
import { execute } from '../../../api/execute.js';
import { graphql } from '../../../api/graphql.js';

export const PersonFragment = graphql(`
  fragment ReceptionPersonFields on ReceptionPerson {
    id
    displayName
    cardEnd
    locale
    ageKnown
    since
  }
`);
export type Person = ResultOf<typeof PersonFragment>;

export const CardFragment = graphql(
  `
    fragment PrintedCardFields on PrintedCard {
      code
      qrText
      person {
        ...ReceptionPersonFields
      }
    }
  `,
  [PersonFragment],
);
export type CardData = ResultOf<typeof CardFragment>;

const NoticeFragment = graphql(`
  fragment NoticeFields on Notice {
    id
    volunteerId
    displayName
    cardEnd
    locale
    heading
    lines
    until
    needsAnswer
    toldAt
  }
`);
export type NoticeData = ResultOf<typeof NoticeFragment>;

const PeopleDocument = graphql(
  `
    query ReceptionPeople($text: String!) {
      receptionPeople(text: $text) {
        ...ReceptionPersonFields
      }
    }
  `,
  [PersonFragment],
);

const PersonDocument = graphql(
  `
    query ReceptionPerson($id: ID!) {
      receptionPerson(volunteerId: $id) {
        ...ReceptionPersonFields
      }
      notices(volunteerId: $id) {
        ...NoticeFields
      }
      receptionBookings(volunteerId: $id) {
        id
        status
        rank
        attended
        bookingCode
        checkInQr
        offer {
          deadlineAt
        }
        session {
          id
          status
          startsAt
          endsAt
          place {
            name
            address
          }
          course {
            title
            locale
          }
        }
      }
    }
  `,
  [PersonFragment, NoticeFragment],
);
export type PersonPage = ResultOf<typeof PersonDocument>;
export type Booking = PersonPage['receptionBookings'][number];

const NoticesDocument = graphql(
  `
    query Notices {
      notices {
        ...NoticeFields
      }
    }
  `,
  [NoticeFragment],
);

const BoardDocument = graphql(`
  query NoticeBoard($days: Int!) {
    noticeBoard(days: $days) {
      enrolmentId
      volunteerId
      status
      displayName
      cardEnd
      sessionId
      sessionDateId
      startsAt
      endsAt
      courseTitle
      courseLocale
      placeName
      present
    }
  }
`);
export type BoardLine = ResultOf<typeof BoardDocument>['noticeBoard'][number];

export const WelcomeDocument = graphql(
  `
    mutation WelcomePerson($input: WelcomeInput!) {
      welcomePerson(input: $input) {
        ...PrintedCardFields
      }
    }
  `,
  [CardFragment],
);

export const IssueCardDocument = graphql(
  `
    mutation IssueCard($id: ID!) {
      issueCard(volunteerId: $id) {
        ...PrintedCardFields
      }
    }
  `,
  [CardFragment],
);

export const RevokeCardDocument = graphql(`
  mutation RevokeCard($id: ID!) {
    revokeCard(volunteerId: $id)
  }
`);

export const VouchDocument = graphql(`
  mutation VouchForAge($id: ID!, $age: Int!) {
    vouchForAge(volunteerId: $id, age: $age) {
      id
    }
  }
`);

export const NoteToldDocument = graphql(`
  mutation NoteTold($id: ID!, $told: Boolean!) {
    noteTold(id: $id, told: $told)
  }
`);

export const CancelForDocument = graphql(`
  mutation CancelForPerson($id: ID!) {
    cancelForPerson(enrolmentId: $id) {
      __typename
      ... on CancelRefused {
        message
      }
    }
  }
`);

export const AnswerForDocument = graphql(`
  mutation AnswerOfferForPerson($id: ID!, $accept: Boolean!) {
    answerOfferForPerson(enrolmentId: $id, accept: $accept) {
      __typename
      ... on OfferRefused {
        message
      }
    }
  }
`);

export const BookForDocument = graphql(`
  mutation BookForPerson($sessionId: ID!, $volunteerId: ID!) {
    enrolOther(sessionId: $sessionId, volunteerId: $volunteerId) {
      __typename
      ... on Enrolment {
        rank
      }
      ... on EnrolmentRefused {
        message
      }
    }
  }
`);

/** What every page of reception reads begins with this key: one invalidation brings all up to date. */
export const RECEPTION = ['staff', 'reception'] as const;

export const loadPeople = async (text: string): Promise<Person[]> =>
  (await execute(PeopleDocument, { text })).receptionPeople;
export const loadPerson = (id: string): Promise<PersonPage> => execute(PersonDocument, { id });
export const loadNotices = async (): Promise<NoticeData[]> => (await execute(NoticesDocument)).notices;
export const loadBoard = async (days: number): Promise<BoardLine[]> =>
  (await execute(BoardDocument, { days })).noticeBoard;

export const personPath = (id: string): string => `/coord/accueil/personnes/${id}`;

import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.js';

export const AttendeeFragment = graphql(`
  fragment AttendeeFields on AttendeeRow {
    enrolmentId
    displayName
    bookingCode
    status
    attendance
    accessNeeds
    checkedInAt
    walkIn
    minutes
    catchUp
  }
`);
/** One person of the attendance sheet. */
export type Attendee = ResultOf<typeof AttendeeFragment>;

export const SheetFragment = graphql(
  `
    fragment SheetFields on AttendanceSheet {
      sessionDateId
      closed
      expected
      present
      absent
      date {
        id
        startsAt
        endsAt
      }
      session {
        id
        status
        mode
        capacity
        startsAt
        course {
          slug
          title
          locale
        }
        place {
          name
        }
        dates {
          id
          startsAt
          endsAt
        }
      }
      rows {
        ...AttendeeFields
      }
    }
  `,
  [AttendeeFragment],
);
/** Who is expected and who is there, on one date of a session. */
export type Sheet = ResultOf<typeof SheetFragment>;

export const SheetDocument = graphql(
  `
    query AttendanceSheet($sessionId: ID!, $sessionDateId: ID) {
      attendanceSheet(sessionId: $sessionId, sessionDateId: $sessionDateId) {
        ...SheetFields
      }
    }
  `,
  [SheetFragment],
);

const CheckInFragment = graphql(
  `
    fragment CheckInFields on CheckInResult {
      __typename
      ... on CheckedIn {
        already
        row {
          ...AttendeeFields
        }
      }
      ... on CheckInRefused {
        reason
        message
        person: row {
          ...AttendeeFields
        }
      }
    }
  `,
  [AttendeeFragment],
);
/** What came of somebody showing up. */
export type CheckIn = ResultOf<typeof CheckInFragment>;

export const CheckInDocument = graphql(
  `
    mutation CheckIn($sessionDateId: ID!, $code: String!, $method: CheckInMethod!) {
      checkIn(sessionDateId: $sessionDateId, code: $code, method: $method) {
        ...CheckInFields
      }
    }
  `,
  [CheckInFragment],
);

export const CheckInByNameDocument = graphql(
  `
    mutation CheckInByName($sessionDateId: ID!, $enrolmentId: ID!) {
      checkInEnrolment(sessionDateId: $sessionDateId, enrolmentId: $enrolmentId) {
        ...CheckInFields
      }
    }
  `,
  [CheckInFragment],
);

export const UndoCheckInDocument = graphql(
  `
    mutation UndoCheckIn($sessionDateId: ID!, $enrolmentId: ID!) {
      undoCheckIn(sessionDateId: $sessionDateId, enrolmentId: $enrolmentId) {
        ...CheckInFields
      }
    }
  `,
  [CheckInFragment],
);

export const NoteMinutesDocument = graphql(
  `
    mutation NoteMinutes($sessionDateId: ID!, $enrolmentId: ID!, $minutes: Int) {
      noteMinutes(sessionDateId: $sessionDateId, enrolmentId: $enrolmentId, minutes: $minutes) {
        ...CheckInFields
      }
    }
  `,
  [CheckInFragment],
);

export const WalkInDocument = graphql(
  `
    mutation CheckInWalkIn($sessionDateId: ID!, $input: WalkInInput!) {
      checkInWalkIn(sessionDateId: $sessionDateId, input: $input) {
        ...CheckInFields
      }
    }
  `,
  [CheckInFragment],
);

export const CloseAttendanceDocument = graphql(
  `
    mutation CloseAttendance($sessionDateId: ID!) {
      closeAttendance(sessionDateId: $sessionDateId) {
        ...SheetFields
      }
    }
  `,
  [SheetFragment],
);

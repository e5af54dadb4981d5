import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const EditedSessionFragment = graphql(`
  fragment EditedSession on SessionView {
    id
    course {
      id
      slug
      title
      locale
      networks
    }
    mode
    place {
      id
      name
    }
    onlineUrl
    partner {
      id
      name
    }
    capacity
    extraSeats
    seatsLeft
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
    trainerIds
    languages
    accessibility
    notes
    status
    cancelReason
    templateName
    version
  }
`);
/** A session as its editor sees it. */
export type EditedSession = ResultOf<typeof EditedSessionFragment>;

const SessionDocument = graphql(
  `
    query EditedSession($id: ID!) {
      session(id: $id) {
        ...EditedSession
      }
    }
  `,
  [EditedSessionFragment],
);

/** A session to edit; null when it does not exist or is not open to the reader. */
export async function loadSession(id: string): Promise<EditedSession | null> {
  return (await execute(SessionDocument, { id })).session;
}

const ChoicesDocument = graphql(`
  query SessionChoices {
    courses(includeUnpublished: true) {
      id
      slug
      title
      networks
      status
    }
    places {
      id
      name
      arrondissement
      accessDetails
      stepFree
      hearingLoop
    }
    partners {
      id
      name
    }
    trainers {
      id
      displayName
      networks
    }
  }
`);
/** What a session may be made of. */
export type SessionChoices = ResultOf<typeof ChoicesDocument>;

export async function loadSessionChoices(): Promise<SessionChoices> {
  return execute(ChoicesDocument);
}

const SaveResultFragment = graphql(
  `
    fragment SaveResult on SessionSaveResult {
      __typename
      ... on SessionSaved {
        effect {
          notified
          offersMade
        }
        session {
          ...EditedSession
        }
      }
      ... on SessionEditRefused {
        reason
        message
      }
    }
  `,
  [EditedSessionFragment],
);
export type SaveResult = ResultOf<typeof SaveResultFragment>;

const SaveDocument = graphql(
  `
    mutation SaveSession($input: SessionInput!) {
      saveSession(input: $input) {
        ...SaveResult
      }
    }
  `,
  [SaveResultFragment],
);
export type SessionInput = VariablesOf<typeof SaveDocument>['input'];

export async function saveSession(input: SessionInput): Promise<SaveResult> {
  return (await execute(SaveDocument, { input })).saveSession;
}

const CancelDocument = graphql(
  `
    mutation CancelSession($id: ID!, $reason: String!) {
      cancelSession(id: $id, reason: $reason) {
        ...SaveResult
      }
    }
  `,
  [SaveResultFragment],
);

export async function cancelSession(id: string, reason: string): Promise<SaveResult> {
  return (await execute(CancelDocument, { id, reason })).cancelSession;
}

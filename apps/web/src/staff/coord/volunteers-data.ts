import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const VolunteersDocument = graphql(`
  query Volunteers($filter: VolunteerFilter, $first: Int, $after: String) {
    volunteers(filter: $filter, first: $first, after: $after) {
      total
      nodes {
        id
        displayName
        arrondissement
        networks
        source
        hasAccount
        createdAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
/** A person as coordinators list her: nothing that identifies or reaches her. */
export type VolunteerRow = ResultOf<typeof VolunteersDocument>['volunteers']['nodes'][number];

/** One page of the volunteers within the coordinator's reach. */
export async function loadVolunteers(wanted: VariablesOf<typeof VolunteersDocument>) {
  return (await execute(VolunteersDocument, wanted)).volunteers;
}

const ReadContactDocument = graphql(`
  mutation ReadContact($volunteerId: ID!, $purpose: String!) {
    readContact(volunteerId: $volunteerId, purpose: $purpose) {
      givenName
      familyName
      email
      phone
      birthYear
    }
  }
`);
/** What reaches a person. */
export type Contact = ResultOf<typeof ReadContactDocument>['readContact'];

/** Reads what reaches a person. The reading and its purpose are written down and shown to her. */
export async function readContact(volunteerId: string, purpose: string): Promise<Contact> {
  return (await execute(ReadContactDocument, { volunteerId, purpose })).readContact;
}

import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const EditedFragment = graphql(`
  fragment EditedQualification on Qualification {
    id
    slug
    networks
    name
    description
    locale
    needs
    amount
    validMonths
    minimumAge
    archived
    version
    earnedBy {
      id
      title
    }
    renewedBy {
      id
      title
    }
    requiredBy {
      id
      title
    }
  }
`);
/** A qualification as its editor sees it. */
export type EditedQualification = ResultOf<typeof EditedFragment>;

const QualificationsDocument = graphql(
  `
    query EditedQualifications {
      qualifications {
        ...EditedQualification
      }
      courses(includeUnpublished: true) {
        id
        title
        status
      }
    }
  `,
  [EditedFragment],
);
export type CourseChoice = ResultOf<typeof QualificationsDocument>['courses'][number];

export const qualificationsQuery = {
  queryKey: ['staff', 'qualifications'],
  queryFn: () => execute(QualificationsDocument),
};

const SaveDocument = graphql(
  `
    mutation SaveQualification($input: QualificationInput!) {
      saveQualification(input: $input) {
        ...EditedQualification
      }
    }
  `,
  [EditedFragment],
);
export type QualificationInput = VariablesOf<typeof SaveDocument>['input'];

export async function saveQualification(input: QualificationInput): Promise<EditedQualification> {
  return (await execute(SaveDocument, { input })).saveQualification;
}

const GrantFragment = graphql(`
  fragment GrantFields on GrantView {
    id
    displayName
    how
    grantedOn
    validUntil
    proof
    withdrawnReason
  }
`);
export type Grant = ResultOf<typeof GrantFragment>;

const HoldersDocument = graphql(
  `
    query QualificationHolders($qualificationId: ID!) {
      qualificationHolders(qualificationId: $qualificationId) {
        ...GrantFields
      }
    }
  `,
  [GrantFragment],
);

export const holdersQuery = (qualificationId: string) => ({
  queryKey: ['staff', 'qualification-holders', qualificationId],
  queryFn: async () => (await execute(HoldersDocument, { qualificationId })).qualificationHolders,
});

const GrantDocument = graphql(`
  mutation GrantQualification($input: ProofInput!) {
    grantQualification(input: $input) {
      id
    }
  }
`);

export async function grantQualification(input: VariablesOf<typeof GrantDocument>['input']): Promise<void> {
  await execute(GrantDocument, { input });
}

const WithdrawDocument = graphql(`
  mutation WithdrawQualification($grantId: ID!, $reason: String!) {
    withdrawQualification(grantId: $grantId, reason: $reason) {
      id
    }
  }
`);

export async function withdrawQualification(grantId: string, reason: string): Promise<void> {
  await execute(WithdrawDocument, { grantId, reason });
}

const PeopleDocument = graphql(`
  query PeopleToQualify($text: String!) {
    volunteers(filter: { text: $text }, first: 10) {
      nodes {
        id
        displayName
      }
    }
  }
`);

/** People of the coordinator's networks by the beginning of their name, 10 at most. */
export async function findPeople(text: string) {
  return (await execute(PeopleDocument, { text })).volunteers.nodes;
}

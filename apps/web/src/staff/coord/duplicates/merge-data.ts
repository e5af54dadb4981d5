import type { ResultOf } from 'gql.tada';
import { graphql } from '../../../api/graphql.js';
import type { MessageKey } from '../../../i18n/text.js';

const SideFragment = graphql(`
  fragment MergeSideFields on MergeSide {
    id
    displayName
    since
    hasAccount
    bookings
  }
`);
export type Side = ResultOf<typeof SideFragment>;

export const PreviewFragment = graphql(
  `
    fragment MergePreviewFields on MergePreview {
      kept {
        ...MergeSideFields
      }
      gone {
        ...MergeSideFields
      }
      fields {
        field
        kept
        gone
        takesGone
      }
      moves {
        title
        count
      }
      clashes
      refusal
    }
  `,
  [SideFragment],
);
export type Preview = ResultOf<typeof PreviewFragment>;
export type Field = Preview['fields'][number];
export type Choices = Partial<Record<Field['field'], boolean>>;

export const DuplicatesDocument = graphql(
  `
    query Duplicates {
      duplicates {
        score
        reasons
        first {
          ...MergeSideFields
        }
        second {
          ...MergeSideFields
        }
      }
    }
  `,
  [SideFragment],
);
export type Pair = ResultOf<typeof DuplicatesDocument>['duplicates'][number];

export const CompareDocument = graphql(
  `
    mutation CompareProfiles($keptId: ID!, $goneId: ID!) {
      compareProfiles(keptId: $keptId, goneId: $goneId) {
        ...MergePreviewFields
      }
    }
  `,
  [PreviewFragment],
);

export const MergeDocument = graphql(`
  mutation MergeProfiles($input: MergeInput!) {
    mergeProfiles(input: $input) {
      __typename
      ... on MergeRefused {
        message
      }
    }
  }
`);

export const DecideDocument = graphql(`
  mutation DecideDuplicate($firstId: ID!, $secondId: ID!, $different: Boolean!) {
    decideDuplicate(firstId: $firstId, secondId: $secondId, different: $different)
  }
`);

export const SearchDocument = graphql(`
  mutation SearchDuplicates {
    searchDuplicates
  }
`);

export const reasons: Record<Pair['reasons'][number], MessageKey> = {
  email: 'merges.reason.email',
  email_variant: 'merges.reason.email_variant',
  name: 'merges.reason.name',
  phone: 'merges.reason.phone',
  similar_name: 'merges.reason.similar_name',
  birth_year: 'merges.reason.birth_year',
};

export const fieldNames: Record<Field['field'], MessageKey> = {
  displayName: 'merges.field.displayName',
  givenName: 'merges.field.givenName',
  familyName: 'merges.field.familyName',
  email: 'merges.field.email',
  phone: 'merges.field.phone',
  birthYear: 'merges.field.birthYear',
  locale: 'merges.field.locale',
  arrondissement: 'merges.field.arrondissement',
  commune: 'merges.field.commune',
  accessNeeds: 'merges.field.accessNeeds',
};

/** Choices as the API takes them. */
export const choicesIn = (choices: Choices): { field: Field['field']; takesGone: boolean }[] =>
  Object.entries(choices).map(([field, takesGone]) => ({ field: field as Field['field'], takesGone }));

import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useLocale } from '../../i18n/provider.js';

const RuleFragment = graphql(`
  fragment PersonalRule on PersonalDataRule {
    table
    title
    erasure
    because
    retention {
      when
      because
    }
  }
`);
export type Rule = ResultOf<typeof RuleFragment>;

const MyDataDocument = graphql(
  `
    query MyData {
      myData {
        freshUntil
        erasure {
          isConfirmed
          dueAt
        }
        tables {
          rows
          rule {
            ...PersonalRule
          }
        }
      }
    }
  `,
  [RuleFragment],
);
export type MyData = ResultOf<typeof MyDataDocument>['myData'];

export const RulesDocument = graphql(
  `
    query PersonalDataRules {
      personalDataRules {
        ...PersonalRule
      }
    }
  `,
  [RuleFragment],
);

export const AskErasureDocument = graphql(`
  mutation AskErasure {
    askErasure {
      __typename
      ... on ErasureAsked {
        codeSent
      }
      ... on ErasureRefused {
        message
      }
    }
  }
`);

export const ConfirmErasureDocument = graphql(`
  mutation ConfirmErasure($code: String) {
    confirmErasure(code: $code) {
      __typename
      ... on ErasureRefused {
        message
      }
    }
  }
`);

export const WithdrawErasureDocument = graphql(`
  mutation WithdrawErasure {
    withdrawErasure
  }
`);

export function useMyData() {
  const { locale } = useLocale();
  return useQuery({ queryKey: ['myData', locale], queryFn: async () => (await execute(MyDataDocument)).myData });
}

/** Kinds of data in one sentence, as the language of the page lists things. */
export function useListing(): (kinds: readonly string[]) => string {
  const { locale } = useLocale();
  return (kinds) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(kinds);
}

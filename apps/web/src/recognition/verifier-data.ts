import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

const CheckedFragment = graphql(`
  fragment CheckedFields on CheckedCertificate {
    code
    valid
    holder
    shared
    badgeUrl
    issuer
    courseTitle
    courseLocale
    networks
    partnerName
    dates {
      startsAt
      endsAt
      minutes
    }
    minutes
    issuedAt
    revokedAt
    revocation
  }
`);

const CheckDocument = graphql(
  `
    query CheckCertificate($code: String!) {
      checkCertificate(code: $code) {
        __typename
        ...CheckedFields
        ... on CertificateUnknown {
          message
        }
      }
    }
  `,
  [CheckedFragment],
);

const CheckBadgeDocument = graphql(
  `
    query CheckBadge($badge: String!) {
      checkBadge(badge: $badge) {
        __typename
        ...CheckedFields
        ... on BadgeRefused {
          message
        }
      }
    }
  `,
  [CheckedFragment],
);

export type Checked = ResultOf<typeof CheckedFragment>;
type CheckAnswer = ResultOf<typeof CheckDocument>['checkCertificate'];
type BadgeAnswer = ResultOf<typeof CheckBadgeDocument>['checkBadge'];

/** What a code stands for now: an answer is not kept, as the certificate may be revoked. */
export const checkQuery = (code: string) => ({
  queryKey: ['verifier', code],
  queryFn: async (): Promise<CheckAnswer> => (await execute(CheckDocument, { code })).checkCertificate,
  gcTime: 0,
});

/** What a badge stands for now, or why it is not believed. */
export async function checkBadge(badge: string): Promise<BadgeAnswer> {
  return (await execute(CheckBadgeDocument, { badge })).checkBadge;
}

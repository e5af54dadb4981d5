import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

const MyCertificateFragment = graphql(`
  fragment MyCertificateFields on MyCertificate {
    id
    code
    holderName
    courseTitle
    courseLocale
    courseSlug
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
    revocationNote
    verifyUrl
    hasPdf
    shared
  }
`);

const RecordDocument = graphql(
  `
    query MyTrainingRecord {
      myTrainingRecord {
        minutes
        hasPdf
        years {
          year
          minutes
          trainings
        }
        trainings {
          enrolmentId
          courseTitle
          courseLocale
          courseSlug
          dates {
            startsAt
            endsAt
            minutes
          }
          minutes
          held
        }
        certificates {
          ...MyCertificateFields
        }
      }
    }
  `,
  [MyCertificateFragment],
);

const CertificateDocument = graphql(
  `
    query MyCertificate($id: ID!) {
      myCertificate(id: $id) {
        ...MyCertificateFields
      }
    }
  `,
  [MyCertificateFragment],
);

const ShareDocument = graphql(
  `
    mutation ShareCertificate($id: ID!, $shared: Boolean!) {
      shareCertificate(id: $id, shared: $shared) {
        __typename
        ... on MyCertificate {
          ...MyCertificateFields
        }
        ... on CertificateRefused {
          message
        }
      }
    }
  `,
  [MyCertificateFragment],
);

export type TrainingRecord = ResultOf<typeof RecordDocument>['myTrainingRecord'];
export type MyCertificate = ResultOf<typeof CertificateDocument>['myCertificate'];
export type RecordedTraining = TrainingRecord['trainings'][number];

export const recordQuery = {
  queryKey: ['record'],
  queryFn: async (): Promise<TrainingRecord> => (await execute(RecordDocument)).myTrainingRecord,
};

export const certificateQuery = (id: string) => ({
  queryKey: ['record', id],
  queryFn: async (): Promise<MyCertificate> => (await execute(CertificateDocument, { id })).myCertificate,
});

/** Shows my name with the code, or no longer. @returns the sentence of a refusal, or null */
export async function share(id: string, shared: boolean): Promise<string | null> {
  const { shareCertificate: done } = await execute(ShareDocument, { id, shared });
  return done.__typename === 'CertificateRefused' ? done.message : null;
}

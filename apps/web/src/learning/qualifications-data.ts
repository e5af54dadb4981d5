import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

export const QualificationFragment = graphql(`
  fragment QualificationFields on Qualification {
    id
    slug
    name
    description
    locale
    needs
    amount
    validMonths
    earnedBy {
      id
      slug
      title
    }
    renewedBy {
      id
      slug
      title
    }
    requiredBy {
      id
      slug
      title
    }
  }
`);

const MineDocument = graphql(
  `
    query MyLearning {
      myQualifications {
        qualification {
          ...QualificationFields
        }
        state
        validUntil
        have
        needed
      }
      myMissedDates {
        sessionDateId
        courseTitle
        courseSlug
        courseLocale
        position
        dateCount
        startsAt
        minutes
        bookedId
        bookedDate {
          startsAt
        }
        chances {
          sessionDateId
          startsAt
          endsAt
          placeName
          seatsLeft
        }
      }
    }
  `,
  [QualificationFragment],
);
export type Learning = ResultOf<typeof MineDocument>;
export type MyQualification = Learning['myQualifications'][number];
export type MissedDate = Learning['myMissedDates'][number];

export const learningQuery = { queryKey: ['learning'], queryFn: () => execute(MineDocument) };

const BookDocument = graphql(`
  mutation BookCatchUp($sessionDateId: ID!) {
    bookCatchUp(sessionDateId: $sessionDateId) {
      __typename
      ... on Enrolment {
        id
      }
      ... on CatchUpRefused {
        message
      }
    }
  }
`);

/** Books one date to make up a missed one. Gives the refusal in words, or null when there is a seat. */
export async function bookCatchUp(sessionDateId: string): Promise<string | null> {
  const { bookCatchUp: answer } = await execute(BookDocument, { sessionDateId });
  return answer.__typename === 'CatchUpRefused' ? answer.message : null;
}

const CourseDocument = graphql(
  `
    query CourseQualifications($slug: String!) {
      courseQualifications(slug: $slug) {
        required {
          qualification {
            ...QualificationFields
          }
          state
        }
        earns {
          ...QualificationFields
        }
        renews {
          ...QualificationFields
        }
      }
    }
  `,
  [QualificationFragment],
);

export const courseQualificationsQuery = (slug: string) => ({
  queryKey: ['course-qualifications', slug],
  queryFn: async () => (await execute(CourseDocument, { slug })).courseQualifications,
});

/** A day without a time, as an instant in the middle of it. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;

import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

const SurveyDocument = graphql(`
  query Survey($token: String!) {
    survey(token: $token) {
      courseTitle
      courseSlug
      startsAt
      questions
      open
      answered
    }
  }
`);
export type Survey = NonNullable<ResultOf<typeof SurveyDocument>['survey']>;

export const surveyQuery = (token: string) => ({
  queryKey: ['survey', token],
  queryFn: async () => (await execute(SurveyDocument, { token })).survey,
});

const AnswerDocument = graphql(`
  mutation AnswerSurvey($token: String!, $ratings: [Int!]!, $comment: String!) {
    answerSurvey(token: $token, ratings: $ratings, comment: $comment)
  }
`);

/** @returns whether the answer was taken */
export async function answerSurvey(answer: VariablesOf<typeof AnswerDocument>): Promise<boolean> {
  return (await execute(AnswerDocument, answer)).answerSurvey;
}

const MineDocument = graphql(`
  query MySurveys {
    mySurveys {
      token
      courseTitle
      startsAt
    }
  }
`);

export const mySurveysQuery = {
  queryKey: ['my-surveys'],
  queryFn: async () => (await execute(MineDocument)).mySurveys,
};

const ChangesDocument = graphql(`
  query CourseChanges($slug: String!) {
    courseChanges(slug: $slug) {
      id
      changedOn
      text
      after
    }
  }
`);

export const changesQuery = (slug: string) => ({
  queryKey: ['course-changes', slug],
  queryFn: async () => (await execute(ChangesDocument, { slug })).courseChanges,
});

import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const ResultsDocument = graphql(`
  query SurveyResults($sessionId: ID!) {
    surveyResults(sessionId: $sessionId) {
      answers
      mayModerate
      questions {
        question
        average
        counts
      }
      comments {
        id
        comment
        state
      }
    }
  }
`);
export type SurveyResults = ResultOf<typeof ResultsDocument>['surveyResults'];

export const resultsQuery = (sessionId: string) => ({
  queryKey: ['staff', 'survey', sessionId],
  queryFn: async () => (await execute(ResultsDocument, { sessionId })).surveyResults,
});

const ModerateDocument = graphql(`
  mutation ModerateComment($id: ID!, $state: CommentState!) {
    moderateComment(id: $id, state: $state)
  }
`);

export async function moderate(id: string, state: VariablesOf<typeof ModerateDocument>['state']): Promise<void> {
  await execute(ModerateDocument, { id, state });
}

const QuestionsDocument = graphql(`
  query SurveyQuestions($courseId: ID!) {
    surveyQuestions(courseId: $courseId) {
      fr
      en
    }
  }
`);

export const questionsQuery = (courseId: string) => ({
  queryKey: ['staff', 'survey-questions', courseId],
  queryFn: async () => (await execute(QuestionsDocument, { courseId })).surveyQuestions,
});

const SaveDocument = graphql(`
  mutation SaveSurvey($courseId: ID!, $questions: [SurveyQuestionInput!]!) {
    saveSurvey(courseId: $courseId, questions: $questions) {
      fr
      en
    }
  }
`);

export async function saveQuestions(wanted: VariablesOf<typeof SaveDocument>): Promise<void> {
  await execute(SaveDocument, wanted);
}

const AddDocument = graphql(`
  mutation AddCourseChange($input: CourseChangeInput!) {
    addCourseChange(input: $input)
  }
`);

export async function addChange(courseId: string, text: string): Promise<void> {
  await execute(AddDocument, { input: { courseId, text } });
}

const RemoveDocument = graphql(`
  mutation RemoveCourseChange($id: ID!) {
    removeCourseChange(id: $id)
  }
`);

export async function removeChange(id: string): Promise<void> {
  await execute(RemoveDocument, { id });
}

/** Fewest answers from which anything of them is shown: in a smaller group an answer leads to who gave it. */
export const FEWEST_ANSWERS = 5;

/** How long after the last date one may answer. */
export const SURVEY_OPEN_DAYS = 60;

export const COMMENT_STATES = ['waiting', 'shown', 'hidden'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Where somebody stands with the survey of a session. */
export const SURVEY_STATES = ['open', 'answered', 'closed', 'not-yet'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** What the rule needs to know of somebody and a session. */
export interface SurveyFacts {
  /** She came on one date at least. */
  wasThere: boolean;
  endsAt: Date;
  hasAnswered: boolean;
}

/** Whether somebody may answer now. One answer each, from the end of the last date on, for 60 days. */
export function surveyState({ wasThere, endsAt, hasAnswered }: SurveyFacts, now: Date): SurveyState {
  if (hasAnswered) return 'answered';
  if (now < endsAt) return 'not-yet';
  const closes = new Date(endsAt.getTime() + SURVEY_OPEN_DAYS * 86_400_000);
  return wasThere && now < closes ? 'open' : 'closed';
}

/** What the answers of a session say of one question. */
export interface QuestionResult {
  /** Mean of 1 to 5, to one decimal. */
  average: number;
  /** How many gave 1, 2, 3, 4, 5. */
  counts: number[];
}

/** Results by question, or null as long as the answers are too few to be nobody's in particular. */
export function resultsOf(answers: readonly (readonly number[])[]): QuestionResult[] | null {
  if (answers.length < FEWEST_ANSWERS) return null;
  return [0, 1, 2].map((question) => {
    const given = answers.map((ratings) => ratings[question] ?? 0);
    const counts = [1, 2, 3, 4, 5].map((grade) => given.filter((rating) => rating === grade).length);
    const average = Math.round((10 * given.reduce((sum, rating) => sum + rating, 0)) / given.length) / 10;
    return { average, counts };
  });
}

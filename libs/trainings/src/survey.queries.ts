import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type MessageKey, t } from '#platform/i18n';
import { SignedLinks } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import type { QuestionTexts } from './survey.entity.js';
import { type CommentState, FEWEST_ANSWERS, resultsOf, type SurveyFacts, surveyState } from './survey.rules.js';
import type { CourseChangeView, SurveyQuestionTexts, SurveyResults, SurveyView } from './survey.types.js';

/** Kind of the signed link that lets somebody answer for one booking. */
export const SURVEY_LINK = 'survey';

const QUESTIONS = [
  'learning.survey.useful',
  'learning.survey.clear',
  'learning.survey.welcome',
] as const satisfies MessageKey[];

const FACTS = `
  select e.id as "enrolmentId", e.session_id as "sessionId", s.course_id as "courseId", c.title as "courseTitle",
         c.slug as "courseSlug", s.starts_at as "startsAt", s.ends_at as "endsAt", q.questions,
         exists (select 1 from attended_hours h where h.enrolment_id = e.id) as "wasThere",
         exists (select 1 from survey_done d where d.enrolment_id = e.id) as "hasAnswered"
    from enrolment e
    join training_session s on s.id = e.session_id and s.status = 'published'
    join course c on c.id = s.course_id
    left join course_survey q on q.course_id = c.id`;
const BY_ID = `${FACTS} where e.id = $1`;
const MINE = `
  ${FACTS} where e.volunteer_id = $1 and s.ends_at <= $2 and s.ends_at > $2::timestamptz - interval '60 days'
  order by s.ends_at desc`;

// In no order of time: by the random key.
const ANSWERS = `
  select id, ratings, comment, comment_state as state from survey_answer where session_id = $1 order by id`;

const QUESTIONS_OF = `
  select q.questions from training_session s left join course_survey q on q.course_id = s.course_id where s.id = $1`;

const CHANGES = `
  select h.id, h.changed_on::text as "changedOn", h.text, s.starts_at as after
    from course_change h join course c on c.id = h.course_id
    left join training_session s on s.id = h.session_id
   where c.slug = $1 order by h.changed_on desc, h.id`;

/** What is known of somebody's booking and the survey of its session. */
export interface SurveyRow extends SurveyFacts {
  enrolmentId: string;
  sessionId: string;
  courseId: string;
  courseTitle: string;
  courseSlug: string;
  startsAt: Date;
  questions: QuestionTexts[] | null;
}

interface AnswerRow {
  id: string;
  ratings: number[];
  comment: string;
  state: CommentState;
}

/** Reads about surveys. */
@Injectable()
export class SurveyQueries {
  constructor(
    private readonly db: Database,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /** The booking of a link; null for one that is not ours. */
  async ofLink(token: string): Promise<SurveyRow | null> {
    const claim = this.links.read(token);
    if (claim?.kind !== SURVEY_LINK) return null;
    const [row] = await this.db.query<SurveyRow>(BY_ID, [claim.id]);
    return row ?? null;
  }

  view(row: SurveyRow, locale: Locale): SurveyView {
    const state = surveyState(row, this.clock.now());
    return {
      courseTitle: row.courseTitle,
      courseSlug: row.courseSlug,
      startsAt: row.startsAt,
      questions: inWords(row.questions, locale),
      open: state === 'open',
      answered: state === 'answered',
      token: this.links.sign(SURVEY_LINK, row.enrolmentId),
    };
  }

  /** Surveys that somebody may answer now, the latest session first. */
  async openTo(volunteerId: string, locale: Locale): Promise<SurveyView[]> {
    const rows = await this.db.query<SurveyRow>(MINE, [volunteerId, this.clock.now()]);
    return rows.map((row) => this.view(row, locale)).filter(({ open }) => open);
  }

  /** What was said after a session: to a moderator with what waits to be looked at. */
  async results(sessionId: string, mayModerate: boolean, locale: Locale): Promise<SurveyResults> {
    const answers = await this.db.query<AnswerRow>(ANSWERS, [sessionId]);
    const [asked] = await this.db.query<{ questions: QuestionTexts[] | null }>(QUESTIONS_OF, [sessionId]);
    const results = resultsOf(answers.map(({ ratings }) => ratings));
    if (results === null) return { answers: 0, questions: [], comments: [], mayModerate };
    const questions = inWords(asked?.questions ?? null, locale);
    return {
      answers: answers.length,
      questions: results.map((result, at) => ({ question: questions[at] ?? '', ...result })),
      comments: answers.filter(({ comment, state }) => comment !== '' && (mayModerate || state === 'shown')),
      mayModerate,
    };
  }

  /** The session of a comment that may be looked at; null below five answers. */
  async sessionOfComment(id: string): Promise<string | null> {
    const [row] = await this.db.query<{ sessionId: string; n: number }>(
      `select a.session_id as "sessionId", (select count(*)::int from survey_answer o where o.session_id = a.session_id) as n
         from survey_answer a where a.id = $1`,
      [id],
    );
    return row && row.n >= FEWEST_ANSWERS ? row.sessionId : null;
  }

  /** The questions of a course as its editor sees them. */
  async questions(courseId: string): Promise<SurveyQuestionTexts[]> {
    const [row] = await this.db.query<{ questions: QuestionTexts[] }>(
      'select questions from course_survey where course_id = $1',
      [courseId],
    );
    if (!row) return QUESTIONS.map((key) => ({ fr: t('fr', key), en: t('en', key) }));
    return row.questions.map(({ fr, en }) => ({ fr, en: en ?? '' }));
  }

  /** What was changed in a course, the latest first. */
  changes(slug: string): Promise<CourseChangeView[]> {
    return this.db.query<CourseChangeView>(CHANGES, [slug]);
  }
}

function inWords(questions: QuestionTexts[] | null, locale: Locale): string[] {
  if (questions === null) return QUESTIONS.map((key) => t(locale, key));
  return questions.map((texts) => texts[locale] || texts.fr);
}

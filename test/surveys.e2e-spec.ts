import { Jobs } from '#platform/jobs';
import { type Person, TestApp } from './support/app.js';
import { aCourse, anEnrolment, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const MINE = '{ mySurveys { token courseTitle questions open } }';
const ONE = 'query($t: String!) { survey(token: $t) { courseTitle open answered questions } }';
const ANSWER = 'mutation($t: String!, $r: [Int!]!, $c: String!) { answerSurvey(token: $t, ratings: $r, comment: $c) }';
const RESULTS = `query($s: ID!) { surveyResults(sessionId: $s) { answers mayModerate
  questions { question average counts } comments { id comment state } } }`;
const MODERATE = 'mutation($id: ID!, $s: CommentState!) { moderateComment(id: $id, state: $s) }';

interface Results {
  answers: number;
  mayModerate: boolean;
  questions: { question: string; average: number; counts: number[] }[];
  comments: { id: string; comment: string; state: string }[];
}

describe('what people say after a training', () => {
  let t: TestApp;
  let trainer: VolunteerPerson;
  let coordinator: Person;
  beforeAll(async () => {
    t = await TestApp.start();
    trainer = await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    coordinator = await t.signIn(undefined, [{ role: 'coordinator', network: 'solidarity' }]);
  });
  afterAll(() => t.close());

  /** A session that is over, with people who came. */
  const over = async (people: number): Promise<{ id: string; courseId: string; people: VolunteerPerson[] }> => {
    const courseId = await aCourse(t);
    const startsAt = new Date(t.clock.now().getTime() - 48 * 3_600_000);
    const id = await aSession(t, { courseId, startsAt, trainerIds: [trainer.volunteerId] });
    const came = await Promise.all(Array.from({ length: people }, () => aVolunteer(t)));
    for (const { volunteerId } of came) {
      const enrolment = await anEnrolment(t, id, volunteerId);
      await t.db.query(
        `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
         select $1, d.id, 'present', 'name', now() from session_date d where d.session_id = $2`,
        [enrolment, id],
      );
    }
    return { id, courseId, people: came };
  };
  const tokenOf = async (person: Person): Promise<string> => {
    const { mySurveys } = await person.get<{ mySurveys: { token: string }[] }>(MINE);
    return mySurveys[0]?.token ?? '';
  };
  const says = async (person: Person, r: number[], c = ''): Promise<boolean> =>
    (await t.visitor().get<{ answerSurvey: boolean }>(ANSWER, { t: await tokenOf(person), r, c })).answerSurvey;
  const results = async (by: Person, s: string): Promise<Results> =>
    (await by.get<{ surveyResults: Results }>(RESULTS, { s })).surveyResults;

  it('is nobody’s below five answers, and shown from five on, comments once somebody has looked at them', async () => {
    const { id, people } = await over(5);
    const [first, ...others] = people;
    for (const person of others) expect(await says(person, [5, 4, 4], 'Plus de pratique.')).toBe(true);
    for (const who of [trainer, coordinator])
      expect(await results(who, id)).toMatchObject({ answers: 0, questions: [], comments: [] });
    expect(await says(first!, [1, 4, 4])).toBe(true);
    const seen = await results(trainer, id);
    expect(seen).toMatchObject({ answers: 5, mayModerate: false, comments: [] });
    expect(seen.questions[0]).toEqual({
      question: 'Cette formation vous est-elle utile ?',
      average: 4.2,
      counts: [1, 0, 0, 0, 4],
    });
    const { comments, mayModerate } = await results(coordinator, id);
    expect(mayModerate).toBe(true);
    expect(comments).toHaveLength(4);
    await coordinator.get(MODERATE, { id: comments[0]!.id, s: 'shown' });
    await coordinator.get(MODERATE, { id: comments[1]!.id, s: 'hidden' });
    expect((await results(trainer, id)).comments).toEqual([{ ...comments[0], state: 'shown' }]);
    const stranger = await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    expect((await stranger.ask(RESULTS, { s: id })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is said once, by who came, also when the link is opened twice at the same moment', async () => {
    const { people } = await over(1);
    const token = await tokenOf(people[0]!);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => t.visitor().get<{ answerSurvey: boolean }>(ANSWER, { t: token, r: [3, 3, 3], c: '' })),
    );
    expect(answers.filter(({ answerSurvey }) => answerSurvey)).toHaveLength(1);
    expect(await t.visitor().get(ONE, { t: token })).toMatchObject({ survey: { open: false, answered: true } });
    expect(await t.visitor().get(ONE, { t: `${token}x` })).toEqual({ survey: null });
    const absent = await aVolunteer(t);
    expect(await tokenOf(absent)).toBe('');
    const wrong = await t.visitor().ask(ANSWER, { t: token, r: [3, 6, 3], c: '' });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'ratings' }] });
  });

  it('leaves nothing in the base that leads to who said it', async () => {
    const { people, id } = await over(1);
    await says(people[0]!, [2, 2, 2], 'Trop court.');
    const [answer] = await t.db.query<Record<string, unknown>>('select * from survey_answer where session_id = $1', [
      id,
    ]);
    expect(Object.keys(answer ?? {}).sort()).toEqual(['comment', 'comment_state', 'id', 'ratings', 'session_id']);
    const [trace] = await t.db.query<{ n: number }>(
      `select count(*)::int as n from audit_entry where volunteer_id = $1 or details::text like '%Trop court%'`,
      [people[0]!.volunteerId],
    );
    expect(trace?.n).toBe(0);
  });

  it('is asked for in the mail of thanks', async () => {
    const { people } = await over(1);
    await t.app.get(Jobs).runNow('trainings.thank');
    const [mail] = await t.db.query<{ id: string }>(`select id from mail where volunteer_id = $1 and kind = 'thanks'`, [
      people[0]!.volunteerId,
    ]);
    expect(mail).toBeDefined();
  });

  it('asks what the coordinator wrote, and everybody reads what was changed', async () => {
    const slug = 'avec-avis';
    const courseId = await aCourse(t, { slug });
    const questions = ['Utile ?', 'Clair ?', 'Assez long ?'].map((fr) => ({ fr, en: '' }));
    const SAVE = 'mutation($c: ID!, $q: [SurveyQuestionInput!]!) { saveSurvey(courseId: $c, questions: $q) { fr en } }';
    expect(await coordinator.get(SAVE, { c: courseId, q: questions })).toEqual({ saveSurvey: questions });
    const two = await coordinator.ask(SAVE, { c: courseId, q: questions.slice(1) });
    expect(two.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    const ADD = 'mutation($i: CourseChangeInput!) { addCourseChange(input: $i) }';
    const sessionId = await aSession(t, { courseId });
    await coordinator.get(ADD, { i: { courseId, sessionId, text: 'Une heure de mise en situation de plus.' } });
    const CHANGES = 'query($s: String!) { courseChanges(slug: $s) { id text after } }';
    const { courseChanges } = await t
      .visitor()
      .get<{ courseChanges: { id: string; text: string; after: string }[] }>(CHANGES, { s: slug });
    expect(courseChanges).toMatchObject([{ text: 'Une heure de mise en situation de plus.' }]);
    expect(courseChanges[0]!.after).not.toBeNull();
    const other = { courseId: await aCourse(t), sessionId, text: 'Rien à voir.' };
    expect((await coordinator.ask(ADD, { i: other })).errors?.[0]?.extensions).toMatchObject({
      fields: [{ path: 'sessionId' }],
    });
    const climate = await t.signIn(undefined, [{ role: 'coordinator', network: 'climate' }]);
    const removing = await climate.ask('mutation($id: ID!) { removeCourseChange(id: $id) }', {
      id: courseChanges[0]!.id,
    });
    expect(removing.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

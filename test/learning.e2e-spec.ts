import { Jobs } from '#platform/jobs';
import type { Person } from './support/app.js';
import { TestApp } from './support/app.js';
import { mailsTo, refusal, tap } from './support/bookings.js';
import { aCourse, anEnrolment, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const MISSED = `{ myMissedDates { sessionDateId enrolmentId position dateCount minutes bookedId bookedDate { id }
  chances { sessionDateId sessionId seatsLeft } } }`;
const BOOK = `mutation($d: ID!) { bookCatchUp(sessionDateId: $d) { __typename
  ... on Enrolment { id status catchUpDates { id } } ... on CatchUpRefused { reason message } } }`;
const BY_NAME = `mutation($d: ID!, $e: ID!) { checkInEnrolment(sessionDateId: $d, enrolmentId: $e) { __typename
  ... on CheckInRefused { reason } } }`;
const MINUTES = `mutation($d: ID!, $e: ID!, $m: Int) { noteMinutes(sessionDateId: $d, enrolmentId: $e, minutes: $m) {
  ... on CheckedIn { row { minutes attendance } } ... on CheckInRefused { reason } } }`;
const CLOSE = `mutation($d: ID!) { closeAttendance(sessionDateId: $d) { expected present absent } }`;
const SHEET = `query($s: ID!, $d: ID) { attendanceSheet(sessionId: $s, sessionDateId: $d) {
  expected rows { enrolmentId catchUp } } }`;
const PRESENCE = `mutation($i: PresenceInput!) { saveSessionPresence(input: $i) { rule needed dateIds } }`;
const SAVE = `mutation($i: QualificationInput!) { saveQualification(input: $i) { id slug version earnedBy { title } } }`;
const MINE = `{ myQualifications { qualification { slug } state grantedOn validUntil have needed } }`;
const GRANT = `mutation($i: ProofInput!) { grantQualification(input: $i) { id how validUntil proof } }`;
const WITHDRAW = `mutation($g: ID!, $r: String!) { withdrawQualification(grantId: $g, reason: $r) { withdrawnReason } }`;

interface Missed {
  sessionDateId: string;
  enrolmentId: string;
  position: number;
  dateCount: number;
  minutes: number | null;
  bookedId: string | null;
  bookedDate: { id: string } | null;
  chances: { sessionDateId: string; sessionId: string; seatsLeft: number }[];
}
interface Mine {
  qualification: { slug: string };
  state: string;
  grantedOn: string | null;
  validUntil: string | null;
  have: number;
  needed: number;
}

const DAY_MS = 86_400_000;

describe('what somebody takes away from trainings', () => {
  let t: TestApp;
  let trainer: VolunteerPerson;
  let coordinator: Person;
  beforeAll(async () => {
    t = await TestApp.start();
    trainer = await aVolunteer(t, { displayName: 'Samir Tilleul', roles: [{ role: 'trainer' }] });
    coordinator = await t.signIn(undefined, [{ role: 'coordinator', network: 'solidarity' }]);
  });
  afterAll(() => t.close());
  afterEach(() => t.clock.real());

  const after = (days: number): Date => new Date(t.clock.now().getTime() + days * DAY_MS);
  const datesOf = async (sessionId: string): Promise<string[]> =>
    (
      await t.db.query<{ id: string }>('select id from session_date where session_id = $1 order by starts_at', [
        sessionId,
      ])
    ).map(({ id }) => id);
  const twoDays = async (courseId: string, from: number): Promise<{ id: string; dates: string[] }> => {
    const id = await aSession(t, {
      courseId,
      startsAt: after(from),
      furtherDates: [after(from + 7)],
      hours: 6,
      trainerIds: [trainer.volunteerId],
    });
    return { id, dates: await datesOf(id) };
  };
  const closes = async (dateId: string): Promise<unknown> => trainer.get(CLOSE, { d: dateId });
  const comes = async (dateId: string | undefined, enrolmentId: string): Promise<void> => {
    const { checkInEnrolment } = await trainer.get<{ checkInEnrolment: { __typename: string } }>(BY_NAME, {
      d: dateId,
      e: enrolmentId,
    });
    expect(checkInEnrolment.__typename).toBe('CheckedIn');
  };
  const holds = async (volunteerId: string, courseId: string): Promise<boolean> =>
    (await t.db.query('select from held_course where volunteer_id = $1 and course_id = $2', [volunteerId, courseId]))
      .length > 0;
  const missedOf = async (person: Person): Promise<Missed[]> =>
    (await person.get<{ myMissedDates: Missed[] }>(MISSED)).myMissedDates;
  /** Attends the first day of two, and is marked absent on the second. */
  const missesSecond = async (person: VolunteerPerson, session: { id: string; dates: string[] }): Promise<string> => {
    const id = await anEnrolment(t, session.id, person.volunteerId);
    t.clock.advance({ days: 1, minutes: 5 });
    await comes(session.dates[0], id);
    await closes(session.dates[0]!);
    t.clock.advance({ days: 7 });
    await closes(session.dates[1]!);
    return id;
  };

  describe('who misses a day of two', () => {
    it('sees which and where to make it up, books that day alone, and then holds the course', async () => {
      const courseId = await aCourse(t);
      const person = await aVolunteer(t);
      const first = await twoDays(courseId, 1);
      const second = await twoDays(courseId, 20);
      await missesSecond(person, first);
      expect(await holds(person.volunteerId, courseId)).toBe(false);
      const [missed] = await missedOf(person);
      expect(missed).toMatchObject({ sessionDateId: first.dates[1], position: 2, dateCount: 2, bookedId: null });
      expect(missed!.chances).toEqual([{ sessionDateId: second.dates[1], sessionId: second.id, seatsLeft: 12 }]);

      const { bookCatchUp: booked } = await person.get<{
        bookCatchUp: { id: string; catchUpDates: { id: string }[] };
      }>(BOOK, { d: second.dates[1] });
      expect(booked).toMatchObject({ status: 'enrolled', catchUpDates: [{ id: second.dates[1] }] });
      const again = await person.get<{ bookCatchUp: { id: string } }>(BOOK, { d: second.dates[1] });
      expect(again.bookCatchUp.id).toBe(booked.id);
      expect(await missedOf(person)).toMatchObject([{ bookedId: booked.id, bookedDate: { id: second.dates[1] } }]);

      t.clock.advance({ days: 12 });
      const rows = async (d: string | undefined): Promise<string[]> =>
        (
          await trainer.get<{ attendanceSheet: { rows: { enrolmentId: string }[] } }>(SHEET, { s: second.id, d })
        ).attendanceSheet.rows.map(({ enrolmentId }) => enrolmentId);
      expect(await rows(second.dates[0])).toEqual([]);
      expect(await rows(second.dates[1])).toEqual([booked.id]);
      await closes(second.dates[0]!);
      t.clock.advance({ days: 7 });
      await comes(second.dates[1], booked.id);
      expect(await holds(person.volunteerId, courseId)).toBe(true);
      expect(await missedOf(person)).toEqual([]);
      const [view] = await t.db.query<{ n: number; minutes: number }>(
        'select count(*)::int as n, max(minutes) as minutes from held_course where volunteer_id = $1',
        [person.volunteerId],
      );
      expect(view).toEqual({ n: 1, minutes: 720 });
    });

    it('may come to the second day of a session that has begun', async () => {
      const courseId = await aCourse(t);
      const person = await aVolunteer(t);
      const first = await twoDays(courseId, 1);
      const other = await twoDays(courseId, 5);
      await missesSecond(person, first);
      expect(await missedOf(person)).toMatchObject([{ chances: [{ sessionDateId: other.dates[1] }] }]);
      expect(await person.get(BOOK, { d: other.dates[1] })).toMatchObject({ bookCatchUp: { status: 'enrolled' } });
      expect(await refusal(person, other.id)).toBe('SESSION_STARTED');
    });

    it('is refused where she missed nothing, where the day is full, and where she is on the list', async () => {
      const courseId = await aCourse(t);
      const [person, stranger] = [await aVolunteer(t), await aVolunteer(t)];
      const first = await twoDays(courseId, 1);
      const full = await twoDays(courseId, 20);
      const whole = await twoDays(courseId, 40);
      await missesSecond(person, first);
      const why = async (who: Person, d: string | undefined): Promise<string> =>
        (await who.get<{ bookCatchUp: { reason: string } }>(BOOK, { d })).bookCatchUp.reason;
      expect(await why(stranger, full.dates[1])).toBe('NOT_MISSED');
      expect(await why(person, full.dates[0])).toBe('NOT_MISSED');
      await t.db.query('update training_session set capacity = 1 where id = $1', [full.id]);
      await anEnrolment(t, full.id, stranger.volunteerId);
      expect(await why(person, full.dates[1])).toBe('FULL');
      await anEnrolment(t, whole.id, person.volunteerId);
      expect(await why(person, whole.dates[1])).toBe('ALREADY_BOOKED');
    });

    it('takes the last seat only once, when many want it at the same time', async () => {
      const courseId = await aCourse(t);
      const people = await Promise.all(Array.from({ length: 6 }, () => aVolunteer(t)));
      const first = await twoDays(courseId, 1);
      const other = await twoDays(courseId, 20);
      for (const { volunteerId } of people) await anEnrolment(t, first.id, volunteerId);
      t.clock.advance({ days: 1, minutes: 5 });
      await closes(first.dates[0]!);
      await t.db.query('update training_session set capacity = 1 where id = $1', [other.id]);
      const answers = await Promise.all(
        people.map((person) =>
          person.get<{ bookCatchUp: { status?: string; reason?: string } }>(BOOK, { d: other.dates[0] }),
        ),
      );
      const got = answers.map(({ bookCatchUp: { status, reason } }) => status ?? reason);
      expect(got.filter((one) => one === 'enrolled')).toHaveLength(1);
      expect(got.filter((one) => one === 'FULL')).toHaveLength(5);
    });
  });

  describe('presence in part', () => {
    it('is noted in minutes: they count as hours, and as the date from half of it on', async () => {
      const courseId = await aCourse(t);
      const person = await aVolunteer(t);
      const session = await aSession(t, { courseId, startsAt: after(1), hours: 4, trainerIds: [trainer.volunteerId] });
      const [d] = await datesOf(session);
      const e = await anEnrolment(t, session, person.volunteerId);
      t.clock.advance({ days: 1, minutes: 5 });
      const note = (m: number | null) =>
        trainer.ask<{ noteMinutes: { row: { minutes: number | null } } }>(MINUTES, { d, e, m });
      expect((await note(60)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
      await comes(d, e);
      expect((await note(241)).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'minutes' }],
      });
      expect((await note(119)).data.noteMinutes.row).toEqual({ minutes: 119, attendance: 'present' });
      expect(await holds(person.volunteerId, courseId)).toBe(false);
      await note(120);
      expect(await holds(person.volunteerId, courseId)).toBe(true);
      await note(240);
      const [row] = await t.db.query('select minutes from attended_hours where enrolment_id = $1', [e]);
      expect(row).toEqual({ minutes: 240 });
    });

    it('is enough where the session asks for some dates, or for those that it names', async () => {
      const courseId = await aCourse(t);
      const person = await aVolunteer(t);
      const session = await twoDays(courseId, 1);
      await missesSecond(person, session);
      const ask = (i: object) => coordinator.ask(PRESENCE, { i: { sessionId: session.id, dateIds: [], ...i } });
      expect((await ask({ rule: 'some', needed: 3 })).errors?.[0]?.extensions).toMatchObject({
        fields: [{ path: 'needed' }],
      });
      await ask({ rule: 'some', needed: 1 });
      expect(await holds(person.volunteerId, courseId)).toBe(true);
      await ask({ rule: 'named', dateIds: [session.dates[1]] });
      expect(await holds(person.volunteerId, courseId)).toBe(false);
      await ask({ rule: 'named', dateIds: [session.dates[0]] });
      expect(await holds(person.volunteerId, courseId)).toBe(true);
      await ask({ rule: 'all' });
      expect(await holds(person.volunteerId, courseId)).toBe(false);
      const stranger = await t.signIn(undefined, [{ role: 'coordinator', network: 'climate' }]);
      const refused = await stranger.ask(PRESENCE, { i: { sessionId: session.id, rule: 'all', dateIds: [] } });
      expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });
  });

  describe('a qualification', () => {
    const qualification = async (wishes: object): Promise<{ id: string; slug: string }> => {
      const slug = `q-${Math.random().toString(36).slice(2, 10)}`;
      const input = {
        slug,
        networks: ['solidarity'],
        name: 'Premiers secours',
        description: 'Porter les premiers gestes.',
        locale: 'fr',
        needs: 'days',
        amount: 2,
        validMonths: 24,
        renewingCourseIds: [],
        requiredByCourseIds: [],
        archived: false,
        ...wishes,
      };
      return (await coordinator.get<{ saveQualification: { id: string; slug: string } }>(SAVE, { i: input }))
        .saveQualification;
    };
    const mine = async (person: Person, slug: string): Promise<Mine> => {
      const { myQualifications } = await person.get<{ myQualifications: Mine[] }>(MINE);
      const found = myQualifications.find((one) => one.qualification.slug === slug);
      if (!found) throw new Error(`No qualification ${slug}`);
      return found;
    };

    it('is granted once its days are attended, told by mail, and opens the next course', async () => {
      const [a, b] = [await aCourse(t), await aCourse(t, { title: 'Les gestes qui sauvent' })];
      const next = await aCourse(t, { title: 'En maraude' });
      const { slug } = await qualification({ earningCourseIds: [a, b], requiredByCourseIds: [next] });
      const person = await aVolunteer(t);
      const upcoming = await aSession(t, { courseId: next, startsAt: after(60) });
      const closed = await tap(person, upcoming);
      expect(closed).toMatchObject({ reason: 'MISSING_QUALIFICATION' });
      expect('missing' in closed && closed.missing?.map(({ title }) => title).sort()).toEqual([
        'Aller vers',
        'Les gestes qui sauvent',
      ]);
      const attend = async (courseId: string): Promise<void> => {
        const id = await aSession(t, { courseId, startsAt: after(1), trainerIds: [trainer.volunteerId] });
        const e = await anEnrolment(t, id, person.volunteerId);
        t.clock.advance({ days: 1, minutes: 5 });
        const [d] = await datesOf(id);
        await comes(d, e);
        await closes(d!);
        await t.jobs({ mayFail: true });
      };
      await attend(a);
      expect(await mine(person, slug)).toMatchObject({ state: 'none', have: 1, needed: 2 });
      await attend(b);
      const granted = await mine(person, slug);
      expect(granted).toMatchObject({ state: 'valid', have: 2 });
      expect(granted.validUntil).not.toBeNull();
      expect((await mailsTo(t, person.volunteerId)).filter((kind) => kind === 'qualification-granted')).toHaveLength(1);
      expect(await tap(person, upcoming)).toMatchObject({ __typename: 'Enrolment', status: 'enrolled' });
    });

    it('is granted once, however often the job runs', async () => {
      const course = await aCourse(t);
      const { id } = await qualification({ earningCourseIds: [course], needs: 'courses', amount: null });
      const person = await aVolunteer(t);
      const session = await aSession(t, { courseId: course, startsAt: after(1), trainerIds: [trainer.volunteerId] });
      const e = await anEnrolment(t, session, person.volunteerId);
      t.clock.advance({ days: 1, minutes: 5 });
      const [d] = await datesOf(session);
      await comes(d, e);
      await closes(d!);
      await t.jobs({ mayFail: true });
      await closes(d!);
      await coordinator.get(`{ qualificationHolders(qualificationId: "${id}") { id } }`);
      await t.jobs({ mayFail: true });
      const grants = await t.db.query('select from qualification_grant where qualification_id = $1', [id]);
      expect(grants).toHaveLength(1);
    });

    it('needs the age, where the year of birth is known', async () => {
      const course = await aCourse(t);
      const { slug } = await qualification({
        earningCourseIds: [course],
        needs: 'courses',
        amount: null,
        minimumAge: 40,
      });
      const person = await aVolunteer(t, { birthYear: t.clock.now().getUTCFullYear() - 20 });
      const session = await aSession(t, { courseId: course, startsAt: after(1), trainerIds: [trainer.volunteerId] });
      const e = await anEnrolment(t, session, person.volunteerId);
      t.clock.advance({ days: 1, minutes: 5 });
      const [d] = await datesOf(session);
      await comes(d, e);
      await closes(d!);
      await t.jobs({ mayFail: true });
      expect(await mine(person, slug)).toMatchObject({ state: 'none', have: 1, needed: 1 });
    });

    it('is granted for a diploma from elsewhere, withdrawn with a reason, and both stand in the journal', async () => {
      const course = await aCourse(t);
      const { id, slug } = await qualification({ earningCourseIds: [course] });
      const person = await aVolunteer(t);
      const grantedOn = new Date(t.clock.now().getTime() - 30 * DAY_MS).toISOString().slice(0, 10);
      const i = { qualificationId: id, volunteerId: person.volunteerId, proof: 'Diplôme vu', grantedOn };
      const { grantQualification: grant } = await coordinator.get<{ grantQualification: { id: string } }>(GRANT, { i });
      expect(await mine(person, slug)).toMatchObject({ state: 'valid', grantedOn });
      expect((await coordinator.ask(GRANT, { i })).errors?.[0]?.extensions).toMatchObject({
        fields: [{ path: 'grantedOn' }],
      });
      const ahead = { ...i, grantedOn: '2099-01-01' };
      expect((await coordinator.ask(GRANT, { i: ahead })).errors?.[0]?.extensions).toMatchObject({
        fields: [{ path: 'grantedOn' }],
      });
      await coordinator.get(WITHDRAW, { g: grant.id, r: 'Diplôme non reconnu' });
      expect(await mine(person, slug)).toMatchObject({ state: 'none' });
      const lines = await t.db.query<{ action: string; purpose: string | null }>(
        'select action, purpose from audit_entry where volunteer_id = $1 order by at',
        [person.volunteerId],
      );
      expect(lines).toEqual([
        { action: 'qualification.grant', purpose: null },
        { action: 'qualification.withdraw', purpose: 'Diplôme non reconnu' },
      ]);
      const climate = await t.signIn(undefined, [{ role: 'coordinator', network: 'climate' }]);
      expect((await climate.ask(GRANT, { i })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('is reminded of 60 and 14 days before it ends, once each, and closes courses again when it has ended', async () => {
      const course = await aCourse(t);
      const next = await aCourse(t);
      const { id, slug } = await qualification({
        earningCourseIds: [course],
        requiredByCourseIds: [next],
        validMonths: 12,
      });
      const email = 'rappel@exemple.org';
      const person = await aVolunteer(t, { email });
      const grantedOn = t.clock.now().toISOString().slice(0, 10);
      const i = { qualificationId: id, volunteerId: person.volunteerId, proof: 'Diplôme vu', grantedOn };
      await coordinator.get(GRANT, { i });
      const late = await aSession(t, { courseId: next, startsAt: after(400) });
      expect(await refusal(person, late)).toBe('MISSING_QUALIFICATION');
      const told = async (): Promise<number> => {
        await t.app.get(Jobs).runNow('qualifications.remind');
        await t.app.get(Jobs).runNow('qualifications.remind');
        return (await mailsTo(t, person.volunteerId)).filter((kind) => kind === 'qualification-ending').length;
      };
      expect(await told()).toBe(0);
      t.clock.advance({ days: 320 });
      expect(await told()).toBe(1);
      expect(await mine(await t.signIn(email), slug)).toMatchObject({ state: 'ending' });
      t.clock.advance({ days: 35 });
      expect(await told()).toBe(2);
      t.clock.advance({ days: 20 });
      expect(await told()).toBe(2);
      expect(await mine(await t.signIn(email), slug)).toMatchObject({ state: 'ended' });
    });

    it('is saved by who coordinates it, unless somebody else was faster or a course would need itself', async () => {
      const course = await aCourse(t);
      const input = {
        networks: ['solidarity'],
        name: 'Aller vers',
        description: '',
        locale: 'fr',
        needs: 'hours',
        amount: 12,
        earningCourseIds: [course],
        renewingCourseIds: [],
        requiredByCourseIds: [],
        archived: false,
        slug: 'aller-vers-1',
      };
      const { saveQualification: saved } = await coordinator.get<{
        saveQualification: { id: string; version: number };
      }>(SAVE, { i: input });
      const code = async (by: Person, i: object): Promise<unknown> =>
        (await by.ask(SAVE, { i: { ...input, ...i } })).errors?.[0]?.extensions;
      expect(await code(coordinator, { id: saved.id, version: saved.version + 1 })).toMatchObject({ code: 'CONFLICT' });
      expect(await code(coordinator, {})).toMatchObject({ fields: [{ path: 'slug' }] });
      expect(await code(coordinator, { slug: 'x', needs: 'courses' })).toMatchObject({ fields: [{ path: 'amount' }] });
      expect(await code(coordinator, { slug: 'y', requiredByCourseIds: [course] })).toMatchObject({
        fields: [{ path: 'requiredByCourseIds' }],
      });
      const climate = await t.signIn(undefined, [{ role: 'coordinator', network: 'climate' }]);
      expect(await code(climate, { id: saved.id, version: saved.version })).toMatchObject({ code: 'FORBIDDEN' });
    });
  });
});

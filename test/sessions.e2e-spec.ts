import { atParis } from '#platform/kernel';
import { type Person, TestApp } from './support/app.js';
import { aCourse, anEnrolment, aPlace, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const SAVE = `mutation($input: SessionInput!) { saveSession(input: $input) {
  __typename
  ... on SessionSaved { session { id version status startsAt dates { id startsAt endsAt } seatsLeft waitingCount }
                        effect { notified offersMade } }
  ... on SessionEditRefused { reason message } } }`;
const CANCEL = `mutation($id: ID!, $reason: String!) { cancelSession(id: $id, reason: $reason) {
  __typename ... on SessionSaved { session { status cancelReason } effect { notified } }
  ... on SessionEditRefused { reason } } }`;
const COPY = `mutation($id: ID!, $asTemplate: String, $startsAt: DateTime) {
  duplicateSession(id: $id, asTemplate: $asTemplate, startsAt: $startsAt) {
    id status startsAt enrolmentClosesAt dates { startsAt endsAt } trainers } }`;
const SAVE_COURSE = `mutation($input: CourseInput!) { saveCourse(input: $input) {
  __typename ... on CourseView { id slug version status prerequisites { title } }
  ... on SessionEditRefused { reason message } } }`;

interface Saved {
  saveSession: {
    __typename: string;
    reason?: string;
    message?: string;
    session: {
      id: string;
      version: number;
      status: string;
      seatsLeft: number;
      dates: { id: string; startsAt: string }[];
    };
    effect: { notified: number; offersMade: number };
  };
}

describe('coordinators and sessions', () => {
  let t: TestApp;
  let coordinator: VolunteerPerson;
  let courseId: string;
  let placeId: string;

  beforeAll(async () => {
    t = await TestApp.start();
    t.clock.set(new Date('2026-02-02T09:00:00Z'));
    coordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
    courseId = await aCourse(t);
    placeId = await aPlace(t);
  });
  afterAll(() => t.close());

  const input = (change: object = {}): object => ({
    courseId,
    mode: 'on_site',
    placeId,
    capacity: 12,
    enrolmentOpensAt: '2026-02-01T08:00:00Z',
    enrolmentClosesAt: '2026-03-12T17:00:00Z',
    dates: [{ startsAt: '2026-03-12T18:30:00+01:00', endsAt: '2026-03-12T20:30:00+01:00' }],
    trainerIds: [],
    languages: ['fr'],
    accessibility: [],
    notes: '',
    status: 'published',
    ...change,
  });
  const save = async (change: object = {}, who: Person = coordinator): Promise<Saved['saveSession']> =>
    (await who.get<Saved>(SAVE, { input: input(change) })).saveSession;
  const kinds = async (): Promise<Record<string, number>> => {
    const rows = await t.db.query<{ kind: string; n: number }>('select kind, count(*)::int as n from mail group by 1');
    return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
  };
  beforeEach(() => t.db.query('delete from mail'));

  it('makes a session and shows it in the catalogue', async () => {
    const { session, effect } = await save();
    expect(session).toMatchObject({
      status: 'published',
      version: 1,
      startsAt: '2026-03-12T17:30:00.000Z',
      seatsLeft: 12,
    });
    expect(effect).toEqual({ notified: 0, offersMade: 0 });
    expect(await kinds()).toEqual({});
  });

  it('changes only what its editor saw last', async () => {
    const { session } = await save();
    const edit = { id: session.id, version: session.version };
    expect(await save({ ...edit, notes: 'Un carnet.' })).toMatchObject({ session: { version: 2 } });
    expect(await save({ ...edit, notes: 'Un stylo.' })).toMatchObject({ reason: 'STALE', message: expect.any(String) });
  });

  it('tells who comes, who waits and who gives it when it is moved; the date keeps its identifier', async () => {
    const trainer = await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    const { session } = await save({ trainerIds: [trainer.volunteerId], capacity: 1 });
    const [enrolled, waiting, gone] = [await aVolunteer(t), await aVolunteer(t), await aVolunteer(t)];
    await anEnrolment(t, session.id, enrolled.volunteerId);
    await anEnrolment(t, session.id, waiting.volunteerId, 'waiting');
    await anEnrolment(t, session.id, gone.volunteerId, 'cancelled');
    await t.db.query('delete from mail');
    const moved = [{ startsAt: '2026-03-19T18:30:00+01:00', endsAt: '2026-03-19T20:30:00+01:00' }];
    const edit = { id: session.id, version: session.version, trainerIds: [trainer.volunteerId], capacity: 1 };
    const saved = await save({ ...edit, dates: moved });
    expect(saved.effect).toEqual({ notified: 3, offersMade: 0 });
    expect(saved.session.dates).toEqual([
      { id: session.dates[0]?.id, startsAt: '2026-03-19T17:30:00.000Z', endsAt: '2026-03-19T19:30:00.000Z' },
    ]);
    expect(await kinds()).toEqual({ 'session-changed': 2, 'trainer-session-changed': 1 });
    const again = await save({ ...edit, version: saved.session.version, dates: moved, notes: 'Un carnet.' });
    expect(again.effect.notified).toBe(0);
  });

  it('offers new seats at once to who waits', async () => {
    const { session } = await save({ capacity: 1 });
    await anEnrolment(t, session.id, (await aVolunteer(t)).volunteerId);
    const waiting = await Promise.all([1, 2, 3].map(() => aVolunteer(t)));
    for (const person of waiting) await anEnrolment(t, session.id, person.volunteerId, 'waiting');
    const raised = await save({ id: session.id, version: session.version, capacity: 3 });
    expect(raised.effect).toEqual({ notified: 0, offersMade: 2 });
    expect(await kinds()).toEqual({ 'seat-offered': 2 });
    const below = await save({ id: session.id, version: raised.session.version, capacity: 2 });
    expect(below.reason).toBe('CAPACITY_BELOW_SEATS_TAKEN');
  });

  it('shifts several dates over each other, and keeps them apart', async () => {
    const at = (day: string): object => ({
      startsAt: atParis(day, '18:30').toISOString(),
      endsAt: atParis(day, '20:30').toISOString(),
    });
    const { session } = await save({ dates: [at('2026-03-12'), at('2026-03-19')] });
    const edit = { id: session.id, version: session.version };
    const shifted = await save({ ...edit, dates: [at('2026-03-19'), at('2026-03-26')] });
    expect(shifted.session.dates).toHaveLength(2);
    const twice = await save({
      ...edit,
      version: shifted.session.version,
      dates: [at('2026-03-19'), at('2026-03-19')],
    });
    expect(twice.reason).toBe('DATES_OVERLAP');
  });

  it.each([
    [
      'a past date',
      'DATES_IN_PAST',
      {
        dates: [{ startsAt: '2026-01-12T18:30:00Z', endsAt: '2026-01-12T20:30:00Z' }],
        enrolmentOpensAt: '2026-01-01T08:00:00Z',
        enrolmentClosesAt: '2026-01-10T08:00:00Z',
      },
    ],
  ])('refuses %s', async (_, reason, change) => {
    expect(await save(change)).toMatchObject({ __typename: 'SessionEditRefused', reason });
  });

  it('refuses to publish a session of a course that is not published', async () => {
    expect(await save({ courseId: await aCourse(t, { status: 'draft' }) })).toMatchObject({
      reason: 'COURSE_NOT_PUBLISHED',
    });
  });

  it.each([
    ['placeId', { placeId: null }],
    ['onlineUrl', { mode: 'online' }],
    ['enrolmentClosesAt', { enrolmentClosesAt: '2026-03-13T17:00:00Z' }],
    ['dates', { dates: [{ startsAt: '2026-03-12T18:30:00Z', endsAt: '2026-03-12T18:30:00Z' }] }],
    ['templateName', { status: 'template' }],
    ['status', { status: 'cancelled' }],
    ['trainerIds', { trainerIds: ['00000000-0000-4000-8000-000000000000'] }],
    ['capacity', { capacity: 0 }],
  ])('names the field %s that cannot be right', async (path, change) => {
    const { errors } = await coordinator.ask(SAVE, { input: input(change) });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: expect.arrayContaining([expect.objectContaining({ path, message: expect.any(String) })]),
    });
  });

  it('is closed to who coordinates another network, or none', async () => {
    const other = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
    for (const person of [other, await aVolunteer(t)]) {
      const { errors } = await person.ask(SAVE, { input: input() });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    const { errors } = await t.visitor().ask(SAVE, { input: input() });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('cancels once, with the reason, and tells everybody; open offers end', async () => {
    const { session } = await save({ capacity: 2 });
    const people = await Promise.all([1, 2, 3].map(() => aVolunteer(t)));
    const statuses = ['enrolled', 'offered', 'waiting'] as const;
    for (const [i, person] of people.entries()) await anEnrolment(t, session.id, person.volunteerId, statuses[i]);
    await t.db.query(
      `insert into seat_offer (enrolment_id, offered_at, deadline_at)
       select id, now(), now() + interval '1 day' from enrolment where session_id = $1 and status = 'offered'`,
      [session.id],
    );
    const reason = 'La salle est fermée pour travaux.';
    const answer = await coordinator.get(CANCEL, { id: session.id, reason });
    expect(answer).toEqual({
      cancelSession: {
        __typename: 'SessionSaved',
        session: { status: 'cancelled', cancelReason: reason },
        effect: { notified: 3 },
      },
    });
    expect(await kinds()).toEqual({ 'session-cancelled': 3 });
    const offers = await t.db.query(
      'select o.answer from seat_offer o join enrolment e on e.id = o.enrolment_id where e.session_id = $1',
      [session.id],
    );
    expect(offers).toEqual([{ answer: 'withdrawn' }]);
    expect(await coordinator.get(CANCEL, { id: session.id, reason })).toMatchObject({
      cancelSession: { reason: 'ALREADY_CANCELLED' },
    });
  });

  it('copies a session over the March switch at the same hour, and makes sessions from templates', async () => {
    const trainer = await aVolunteer(t, { displayName: 'Samir Érable' });
    const { session } = await save({ trainerIds: [trainer.volunteerId] });
    const copy = async (variables: object) =>
      (await coordinator.get<{ duplicateSession: { id: string; status: string; startsAt: string } }>(COPY, variables))
        .duplicateSession;
    expect(await copy({ id: session.id, startsAt: '2026-04-02T18:30:00+02:00' })).toMatchObject({
      status: 'draft',
      startsAt: '2026-04-02T16:30:00.000Z',
      enrolmentClosesAt: '2026-04-02T16:00:00.000Z',
      trainers: ['Samir Érable'],
    });
    const template = await copy({ id: session.id, asTemplate: 'Soirée du jeudi' });
    expect(template.status).toBe('template');
    t.clock.set(new Date('2026-03-30T09:00:00Z'));
    expect(await copy({ id: template.id })).toMatchObject({ status: 'draft', startsAt: '2026-04-02T16:30:00.000Z' });
    t.clock.set(new Date('2026-02-02T09:00:00Z'));
  });

  it('lists the sessions of one’s networks only, page by page', async () => {
    const climate = await aCourse(t, { networks: ['climate'], title: 'Compost' });
    await aSession(t, { courseId: climate, status: 'draft' });
    const list = `query($after: String) { coordinatorSessions(first: 3, after: $after) {
      nodes { id courseTitle status seatsTaken waitingCount offeredCount } pageInfo { hasNextPage endCursor } total } }`;
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const {
        coordinatorSessions: page,
      }: {
        coordinatorSessions: {
          nodes: { id: string; courseTitle: string }[];
          total: number;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      } = await coordinator.get(list, { after });
      expect(page.nodes.map((node) => node.courseTitle)).not.toContain('Compost');
      seen.push(...page.nodes.map((node) => node.id));
      total = page.total;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(total);
    const climateCoordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
    expect(await climateCoordinator.get('{ coordinatorSessions { total nodes { courseTitle status } } }')).toEqual({
      coordinatorSessions: { total: 1, nodes: [{ courseTitle: 'Compost', status: 'draft' }] },
    });
  });

  it('shows trainers what they give', async () => {
    const trainer = await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    const { session } = await save({ trainerIds: [trainer.volunteerId] });
    expect(await trainer.get('{ mySessionsToTrain { id } }')).toEqual({ mySessionsToTrain: [{ id: session.id }] });
    expect(await kinds()).toEqual({ 'trainer-session-changed': 1 });
  });

  describe('courses', () => {
    const course = (change: object = {}): object => ({
      slug: `cours-${Math.random().toString(36).slice(2)}`,
      networks: ['solidarity'],
      title: 'Écouter',
      summary: '',
      description: '',
      material: '# Support',
      locale: 'fr',
      minimumAge: 18,
      prerequisiteIds: [],
      status: 'published',
      ...change,
    });
    const saveCourse = async (change: object = {}) =>
      (
        await coordinator.get<{ saveCourse: { id: string; slug: string; version: number; reason?: string } }>(
          SAVE_COURSE,
          { input: course(change) },
        )
      ).saveCourse;

    it('are saved with what they require, and not published without text', async () => {
      const made = await saveCourse({ prerequisiteIds: [courseId] });
      expect(made).toMatchObject({ version: 1, prerequisites: [{ title: 'Aller vers' }] });
      const edit = { id: made.id, slug: made.slug, version: made.version };
      expect(await saveCourse({ ...edit, title: 'Écouter mieux' })).toMatchObject({ version: 2, prerequisites: [] });
      expect(await saveCourse(edit)).toMatchObject({ reason: 'STALE' });
      expect(await saveCourse({ material: ' ' })).toMatchObject({ reason: 'NO_MATERIAL' });
      expect(await saveCourse({ slug: made.slug })).toMatchObject({ reason: 'SLUG_TAKEN' });
    });

    it('never require themselves through others', async () => {
      const first = await saveCourse();
      const second = await saveCourse({ prerequisiteIds: [first.id] });
      const edit = { id: first.id, slug: first.slug, version: first.version, prerequisiteIds: [second.id] };
      const { errors } = await coordinator.ask(SAVE_COURSE, { input: course(edit) });
      expect(errors?.[0]?.extensions).toMatchObject({
        fields: [expect.objectContaining({ path: 'prerequisiteIds', rule: 'prerequisiteCycle' })],
      });
    });

    it('have a theme each quarter and places with one name each', async () => {
      const theme = `mutation { saveTheme(network: solidarity, quarter: "2026-Q1", title: "Aller vers", summary: "") { title } }`;
      expect(await coordinator.get(theme)).toEqual({ saveTheme: { title: 'Aller vers' } });
      expect(await coordinator.get(theme.replace('Aller vers', 'Écouter'))).toEqual({
        saveTheme: { title: 'Écouter' },
      });
      const place = `mutation { savePlace(input: { name: "Salle bleue", address: "2 rue des Tilleuls", stepFree: true }) { name stepFree } }`;
      expect(await coordinator.get(place)).toEqual({ savePlace: { name: 'Salle bleue', stepFree: true } });
      const { errors } = await coordinator.ask(place);
      expect(errors?.[0]?.extensions).toMatchObject({ fields: [expect.objectContaining({ rule: 'nameTaken' })] });
    });

    it('tell who is expected at a place when its address changes, and only then', async () => {
      const placeId = await aPlace(t, 'Salle verte');
      const expected = await aVolunteer(t);
      await anEnrolment(t, await aSession(t, { courseId, placeId }), expected.volunteerId);
      const savePlace = (address: string, accessDetails: string): Promise<unknown> =>
        coordinator.get('mutation($input: PlaceInput!) { savePlace(input: $input) { id } }', {
          input: { id: placeId, name: 'Salle verte', address, accessDetails },
        });
      await savePlace('1 rue des Tilleuls', 'Deuxième étage.');
      expect(await kinds()).toEqual({});
      await savePlace('3 rue des Tilleuls', 'Deuxième étage.');
      expect(await kinds()).toEqual({ 'session-changed': 1 });
    });

    it('leave a line in the journal for each write', async () => {
      const made = await saveCourse();
      expect(await t.db.query('select action from audit_entry where subject_id = $1', [made.id])).toEqual([
        { action: 'course.save' },
      ]);
    });
  });
});

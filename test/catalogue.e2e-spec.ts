import { atParis } from '#platform/kernel';
import { TestApp } from './support/app.js';
import { aCourse, anEnrolment, aPlace, aSession, aVolunteer } from './support/trainings.js';

const SESSIONS = `query($filter: SessionFilter, $first: Int, $after: String) {
  sessions(filter: $filter, first: $first, after: $after) {
    nodes { id courseTitle networks mode placeName arrondissement startsAt endsAt dateCount capacity seatsLeft
            waitingCount languages stepFree accessibility }
    pageInfo { endCursor hasNextPage } total } }`;

interface Listed {
  sessions: {
    nodes: { id: string; courseTitle: string; seatsLeft: number; waitingCount: number; startsAt: string }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    total: number;
  };
}

describe('the catalogue', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
    t.clock.set(new Date('2026-02-02T09:00:00Z'));
  });
  afterAll(() => t.close());
  beforeEach(() => t.db.query('truncate course, place, theme, partner cascade'));

  const list = async (filter: object = {}, page: object = {}): Promise<Listed['sessions']> =>
    (await t.visitor().get<Listed>(SESSIONS, { filter, ...page })).sessions;
  const titles = async (filter: object): Promise<string[]> =>
    (await list(filter)).nodes.map((node) => node.courseTitle).sort();
  const titled = async (title: string, wishes: object = {}, course: object = {}): Promise<string> =>
    aSession(t, { courseId: await aCourse(t, { title, ...course }), ...wishes });

  it('shows what is published and not over, by start, with its seats and its queue', async () => {
    await titled('Brouillon', { status: 'draft' });
    await titled('Annulée', { status: 'cancelled' });
    await titled('Finie', { startsAt: new Date('2026-02-01T17:00:00Z') });
    await titled('Plus tard', { startsAt: new Date('2026-03-02T17:00:00Z') });
    const id = await titled('Bientôt', { capacity: 2, startsAt: new Date('2026-02-12T17:30:00Z') });
    const people = await Promise.all([1, 2, 3].map(() => aVolunteer(t)));
    for (const [i, person] of people.entries())
      await anEnrolment(t, id, person.volunteerId, i < 2 ? 'enrolled' : 'waiting');
    const { nodes, total } = await list();
    expect(nodes.map((node) => node.courseTitle)).toEqual(['Bientôt', 'Plus tard']);
    expect(total).toBe(2);
    expect(nodes[0]).toMatchObject({ seatsLeft: 0, waitingCount: 1, startsAt: '2026-02-12T17:30:00.000Z' });
  });

  it('goes on page by page without losing or doubling a session that starts at the same minute', async () => {
    const courseId = await aCourse(t);
    const ids = new Set<string>();
    for (let i = 0; i < 5; i++) ids.add(await aSession(t, { courseId, startsAt: new Date('2026-02-12T17:30:00Z') }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed['sessions'] = await list({}, { first: 2, after });
      seen.push(...page.nodes.map((node) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(ids);
  });

  it('finds words without their accents, in the course, the place and the theme', async () => {
    await titled('Été solidaire', { placeId: await aPlace(t, 'Maison bleue', 4) });
    await titled('Repérer', {}, {});
    expect(await titles({ text: 'ETE SOLI' })).toEqual(['Été solidaire']);
    expect(await titles({ text: 'maison bleue' })).toEqual(['Été solidaire']);
    expect(await titles({ text: '100%_' })).toEqual([]);
  });

  it('filters by all that one may wish', async () => {
    const climate = { networks: ['climate'] };
    await titled('Atelier', { startsAt: atParis('2026-02-14', '10:00'), languages: ['fr', 'ar'] }, climate);
    await titled('Visio', { startsAt: atParis('2026-02-12', '18:00'), mode: 'online' });
    await titled('Balade', { startsAt: atParis('2026-02-13', '14:00'), mode: 'visit', capacity: 1 });
    await anEnrolment(t, (await list({ mode: 'visit' })).nodes[0]!.id, (await aVolunteer(t)).volunteerId);
    expect(await titles({ network: 'climate' })).toEqual(['Atelier']);
    expect(await titles({ network: 'paris' })).toEqual(['Atelier', 'Balade', 'Visio']);
    expect(await titles({ language: 'ar' })).toEqual(['Atelier']);
    expect(await titles({ mode: 'online' })).toEqual(['Visio']);
    expect(await titles({ arrondissement: 10 })).toEqual(['Atelier', 'Balade']);
    expect(await titles({ evenings: true })).toEqual(['Visio']);
    expect(await titles({ weekends: true })).toEqual(['Atelier']);
    expect(await titles({ evenings: true, weekends: true })).toEqual(['Atelier', 'Visio']);
    expect(await titles({ withSeats: true })).toEqual(['Atelier', 'Visio']);
    expect(await titles({ stepFree: true })).toEqual(['Atelier', 'Balade', 'Visio']);
    expect(await titles({ from: '2026-02-14T00:00:00Z' })).toEqual(['Atelier']);
  });

  it('reads the list by one statement, and counts only when asked', async () => {
    await titled('Une');
    const read = statements(t);
    await t.visitor().get('{ sessions { nodes { id courseTitle seatsLeft } pageInfo { hasNextPage } } }');
    expect(read()).toBe(1);
    await t.visitor().get('{ home { networks { network members nextSession { id } theme { title } openSessions } } }');
    expect(read()).toBe(1);
  });

  it('tells each network on the home page what comes next', async () => {
    await t.db.query(`insert into theme (network, quarter, title) values ('climate', '2026-Q1', 'Mobilités'),
      ('climate', '2026-Q2', 'Achats'), ('solidarity', '2026-Q1', 'Aller vers')`);
    await titled('Seconde', { startsAt: new Date('2026-03-02T17:00:00Z') });
    await titled('Première', { startsAt: new Date('2026-02-20T17:00:00Z') });
    const { home } = await t
      .visitor()
      .get<{ home: { networks: unknown[] } }>(
        '{ home { networks { network nextSession { courseTitle startsAt } theme { title } openSessions } } }',
      );
    expect(home.networks).toEqual([
      {
        network: 'solidarity',
        nextSession: { courseTitle: 'Première', startsAt: '2026-02-20T17:00:00.000Z' },
        theme: { title: 'Aller vers' },
        openSessions: 2,
      },
      { network: 'climate', nextSession: null, theme: { title: 'Mobilités' }, openSessions: 0 },
    ]);
  });

  it('keeps drafts and the address of the video call to those whom they concern', async () => {
    const courseId = await aCourse(t);
    const draft = await aSession(t, { courseId, status: 'draft' });
    const online = await aSession(t, { courseId, mode: 'online' });
    const coordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
    const stranger = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
    const enrolled = await aVolunteer(t);
    await anEnrolment(t, online, enrolled.volunteerId);
    const ask = 'query($id: ID!) { session(id: $id) { id onlineUrl } }';
    const url = 'https://visio.exemple.org/salle';
    expect(await stranger.get(ask, { id: draft })).toEqual({ session: null });
    expect(await t.visitor().get(ask, { id: draft })).toEqual({ session: null });
    expect(await coordinator.get(ask, { id: draft })).toMatchObject({ session: { id: draft } });
    expect(await t.visitor().get(ask, { id: online })).toMatchObject({ session: { onlineUrl: null } });
    expect(await enrolled.get(ask, { id: online })).toMatchObject({ session: { onlineUrl: url } });
    expect(await coordinator.get(ask, { id: online })).toMatchObject({ session: { onlineUrl: url } });
    expect(await t.visitor().get(ask, { id: 'no-such-id' })).toEqual({ session: null });
  });

  it('says which required courses the reader has attended', async () => {
    const first = await aCourse(t, { title: 'Premiers pas' });
    const second = await aCourse(t, { slug: 'suite', requires: [first] });
    const past = await aSession(t, { courseId: first, startsAt: new Date('2026-01-20T17:00:00Z') });
    const reader = await aVolunteer(t);
    const enrolment = await anEnrolment(t, past, reader.volunteerId);
    await t.db.query(
      `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
       select $1, id, 'present', 'name', now() from session_date where session_id = $2`,
      [enrolment, past],
    );
    const ask = '{ course(slug: "suite") { id prerequisites { title held } } }';
    expect(await t.visitor().get(ask)).toEqual({
      course: { id: second, prerequisites: [{ title: 'Premiers pas', held: null }] },
    });
    expect(await reader.get(ask)).toMatchObject({ course: { prerequisites: [{ held: true }] } });
    expect(await (await aVolunteer(t)).get(ask)).toMatchObject({ course: { prerequisites: [{ held: false }] } });
  });
});

/** Counts the statements that the application sends from now on; reading the count starts it again. */
function statements(t: TestApp): () => number {
  let count = 0;
  for (const method of ['read', 'query'] as const) {
    const original = t.db[method].bind(t.db) as (...values: unknown[]) => Promise<unknown[]>;
    Object.assign(t.db, {
      [method]: (...values: unknown[]) => {
        count++;
        return original(...values);
      },
    });
  }
  return () => {
    const seen = count;
    count = 0;
    return seen;
  };
}

import ICAL from 'ical.js';
import request from 'supertest';
import { atParis } from '#platform/kernel';
import { TestApp } from './support/app.js';
import { aCourse, anEnrolment, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

interface Entry {
  uid: string;
  sequence: number;
  status: string;
  start: Date;
  end: Date;
  summary: string;
}

/** What a parser that is not ours reads. */
function read(ics: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      summary: event.summary,
    };
  });
}

describe('the private calendar', () => {
  let t: TestApp;
  let me: VolunteerPerson;
  let coordinator: VolunteerPerson;
  let courseId: string;

  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.clock.set(new Date('2026-02-02T09:00:00Z'));
    me = await aVolunteer(t);
    coordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
    courseId = await aCourse(t, { title: 'Aller vers : l’été, ça se prépare' });
  });

  const address = async (): Promise<string> => {
    const { myAgenda } = await me.get<{ myAgenda: { calendarUrl: string } }>('{ myAgenda { calendarUrl } }');
    return new URL(myAgenda.calendarUrl).pathname;
  };
  const fetch = async (path: string, headers: Record<string, string> = {}) => request(t.server).get(path).set(headers);
  const feed = async (): Promise<Entry[]> => read((await fetch(await address())).text);
  const enrol = async (sessionId: string): Promise<void> => {
    const { enrol } = await me.get<{ enrol: { __typename: string } }>(
      `mutation($id: ID!) { enrol(sessionId: $id, idempotencyKey: "${Math.random()}") { __typename } }`,
      { id: sessionId },
    );
    expect(enrol.__typename).toBe('Enrolment');
  };
  const cancelMine = async (): Promise<void> => {
    const { myAgenda } = await me.get<{ myAgenda: { upcoming: { id: string }[] } }>('{ myAgenda { upcoming { id } } }');
    await me.get('mutation($id: ID!) { cancelEnrolment(id: $id) { __typename } }', { id: myAgenda.upcoming[0]?.id });
  };
  const move = async (sessionId: string, startsAt: Date): Promise<void> => {
    const { session } = await coordinator.get<{ session: { version: number; place: { id: string } } }>(
      'query($id: ID!) { session(id: $id) { version place { id } } }',
      { id: sessionId },
    );
    const { saveSession } = await coordinator.get<{ saveSession: { __typename: string } }>(
      'mutation($input: SessionInput!) { saveSession(input: $input) { __typename } }',
      {
        input: {
          id: sessionId,
          version: session.version,
          courseId,
          mode: 'on_site',
          placeId: session.place.id,
          capacity: 12,
          enrolmentOpensAt: '2026-02-01T08:00:00Z',
          enrolmentClosesAt: '2026-02-10T08:00:00Z',
          dates: [{ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) }],
          trainerIds: [],
          languages: ['fr'],
          accessibility: [],
          notes: '',
          status: 'published',
        },
      },
    );
    expect(saveSession.__typename).toBe('SessionSaved');
  };

  it('holds what is booked, moves it, and takes it out by cancelling it', async () => {
    const startsAt = atParis('2026-03-12', '18:30');
    const sessionId = await aSession(t, { courseId, startsAt });
    await enrol(sessionId);
    const [entry] = await feed();
    expect(entry).toMatchObject({
      sequence: 0,
      status: 'CONFIRMED',
      start: startsAt,
      summary: 'Aller vers : l’été, ça se prépare',
    });
    expect(entry?.uid).toMatch(/^[0-9a-f-]{36}@volontaires\.example$/);
    await move(sessionId, atParis('2026-03-19', '18:30'));
    expect(await feed()).toEqual([
      expect.objectContaining({ uid: entry?.uid, sequence: 1, start: atParis('2026-03-19', '18:30') }),
    ]);
    await cancelMine();
    expect(await feed()).toEqual([expect.objectContaining({ uid: entry?.uid, sequence: 2, status: 'CANCELLED' })]);
    t.clock.advance({ days: 29 });
    expect(await feed()).toHaveLength(1);
    t.clock.advance({ days: 2 });
    expect(await feed()).toEqual([]);
  });

  it('says for 30 days that a date was taken out of its session', async () => {
    const stays = atParis('2026-03-12', '18:30');
    const sessionId = await aSession(t, { courseId, startsAt: stays, furtherDates: [atParis('2026-03-19', '18:30')] });
    await enrol(sessionId);
    const [first, second] = await feed();
    await move(sessionId, stays);
    const told = [
      expect.objectContaining({ uid: first?.uid, status: 'CONFIRMED', start: stays }),
      expect.objectContaining({ uid: second?.uid, status: 'CANCELLED', sequence: (second?.sequence ?? 0) + 1 }),
    ];
    expect(await feed()).toEqual(told);
    t.clock.advance({ days: 29 });
    expect(await feed()).toEqual(told);
    t.clock.advance({ days: 2 });
    expect(await feed()).toHaveLength(1);
  });

  it('goes on counting when she comes back, so that programs believe the new booking', async () => {
    await enrol(await aSession(t, { courseId }));
    const [before] = await feed();
    await cancelMine();
    const [gone] = await feed();
    const { session } = {
      session: (
        await t.db.query<{ id: string }>('select id from training_session where course_id = $1', [courseId])
      )[0],
    };
    await enrol(session?.id ?? '');
    const after = await feed();
    expect(after).toEqual([expect.objectContaining({ uid: before?.uid, status: 'CONFIRMED' })]);
    expect(after[0]?.sequence).toBeGreaterThan(gone?.sequence ?? Infinity);
  });

  it('shows a wait as tentative and a cancelled session as cancelled', async () => {
    const waited = await aSession(t, { courseId, startsAt: atParis('2026-03-05', '18:30') });
    await anEnrolment(t, waited, me.volunteerId, 'waiting');
    await anEnrolment(t, await aSession(t, { courseId, startsAt: atParis('2026-03-06', '18:30') }), me.volunteerId);
    const called = (await feed()).map((entry) => entry.status);
    expect(called).toEqual(['TENTATIVE', 'CONFIRMED']);
    await coordinator.get('mutation($id: ID!) { cancelSession(id: $id, reason: "Salle fermée") { __typename } }', {
      id: waited,
    });
    expect((await feed()).map((entry) => entry.status)).toEqual(['CANCELLED', 'CONFIRMED']);
  });

  it('is right on both nights when the clocks change', async () => {
    const dates = [atParis('2026-03-28', '22:00'), atParis('2026-03-29', '18:30'), atParis('2026-10-25', '18:30')];
    const [first = new Date(), ...furtherDates] = dates;
    await anEnrolment(t, await aSession(t, { courseId, startsAt: first, furtherDates, hours: 8 }), me.volunteerId);
    const entries = await feed();
    expect(entries.map((entry) => entry.start)).toEqual(dates);
    expect(entries.map((entry) => entry.end.getTime() - entry.start.getTime())).toEqual([
      28_800_000, 28_800_000, 28_800_000,
    ]);
    expect(new Set(entries.map((entry) => entry.uid)).size).toBe(3);
  });

  it('is read again only when it changed', async () => {
    await enrol(await aSession(t, { courseId }));
    const path = await address();
    const first = await fetch(path);
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': expect.stringContaining('private'),
    });
    const etag = String(first.headers['etag']);
    expect((await fetch(path, { 'if-none-match': etag })).status).toBe(304);
    await cancelMine();
    expect((await fetch(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('dies at once when its address is renewed', async () => {
    const old = await address();
    const { renewCalendar } = await me.get<{ renewCalendar: { calendarUrl: string } }>(
      'mutation { renewCalendar { calendarUrl } }',
    );
    expect(new URL(renewCalendar.calendarUrl).pathname).not.toBe(old);
    expect((await fetch(old)).status).toBe(404);
    expect((await fetch(new URL(renewCalendar.calendarUrl).pathname)).status).toBe(200);
  });

  it('is found by nobody who does not know its address', async () => {
    for (const path of [
      '/calendar/x.ics',
      '/calendar/x',
      '/calendar/booking/x.ics',
      `${(await address()).slice(0, -6)}a.ics`,
    ])
      expect((await fetch(path)).status).toBe(404);
  });

  it('also comes as one file for one booking, with the same identifier', async () => {
    await enrol(await aSession(t, { courseId }));
    const { myAgenda } = await me.get<{ myAgenda: { upcoming: { icsUrl: string }[] } }>(
      '{ myAgenda { upcoming { icsUrl } } }',
    );
    const { text } = await fetch(new URL(myAgenda.upcoming[0]?.icsUrl ?? '').pathname);
    expect(read(text)).toEqual(await feed());
  });
});

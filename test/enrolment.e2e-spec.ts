import { randomUUID } from 'node:crypto';
import { atParis } from '#platform/kernel';
import { type Person, TestApp } from './support/app.js';
import { aCrowd, book, bookFor, cancel, mailsTo, refusal, remove, stateOf, tap } from './support/bookings.js';
import { statementsOf } from './support/statements.js';
import { aCourse, anEnrolment, aSession, aVolunteer } from './support/trainings.js';

const MINE = `query($id: ID!) { session(id: $id) { seatsLeft waitingCount mine {
  enrolment { id status rank } whyNot whyNotMessage wouldWait wouldBeRank overlap { courseTitle } missing { title held } } } }`;

interface Mine {
  session: {
    seatsLeft: number;
    waitingCount: number;
    mine: {
      enrolment: { id: string; status: string; rank: number | null } | null;
      whyNot: string | null;
      whyNotMessage: string | null;
      wouldWait: boolean;
      wouldBeRank: number | null;
      overlap: { courseTitle: string } | null;
      missing: { title: string; held: boolean | null }[];
    };
  };
}

const days = (n: number): number => n * 24 * 3_600_000;

describe('enrolment', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(new Date('2026-11-10T09:00:00Z')));

  const mine = async (person: Person, id: string): Promise<Mine['session']> =>
    (await person.get<Mine>(MINE, { id })).session;

  describe('seats that cannot be overbooked', () => {
    it('gives 30 seats to 200 people who book at once, and ranks the others 1 to 170, twenty times', async () => {
      const people = await aCrowd(t, 200);
      for (let round = 1; round <= 20; round++) {
        const sessionId = await aSession(t, {
          capacity: 30,
          startsAt: new Date(t.clock.now().getTime() + days(10 + round)),
        });
        const bookings = await Promise.all(people.map((person) => book(person, sessionId)));
        expect(bookings.filter(({ status }) => status === 'enrolled')).toHaveLength(30);
        const ranks = bookings.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
        expect(ranks).toEqual(Array.from({ length: 170 }, (_, i) => i + 1));
        const [stored] = await t.db.query(
          `select seats_taken::int as taken, count(*) filter (where e.status = 'enrolled')::int as enrolled,
                  count(*) filter (where e.status = 'waiting')::int as waiting
             from training_session s join enrolment e on e.session_id = s.id where s.id = $1 group by s.id`,
          [sessionId],
        );
        expect(stored).toEqual({ taken: 30, enrolled: 30, waiting: 170 });
      }
    }, 120_000);

    it('answers the same ranks that the lists show afterwards', async () => {
      const people = await aCrowd(t, 12);
      const sessionId = await aSession(t, { capacity: 2 });
      const bookings = await Promise.all(people.map((person) => book(person, sessionId)));
      for (const [i, person] of people.entries())
        expect((await mine(person, sessionId)).mine.enrolment).toMatchObject({
          id: bookings[i]?.id,
          status: bookings[i]?.status,
          rank: bookings[i]?.rank,
        });
    });

    it('is refused by the database itself, whoever writes there', async () => {
      const sessionId = await aSession(t, { capacity: 1 });
      await book(await aVolunteer(t), sessionId);
      const { volunteerId } = await aVolunteer(t);
      await expect(anEnrolment(t, sessionId, volunteerId)).rejects.toThrow(/session_never_overbooked/);
    });
  });

  describe('two taps are one booking', () => {
    it('when the same key comes twice at once, or again much later', async () => {
      const person = await aVolunteer(t);
      const sessionId = await aSession(t);
      const key = randomUUID();
      const [first, second] = await Promise.all([book(person, sessionId, { key }), book(person, sessionId, { key })]);
      expect(second.id).toBe(first?.id);
      t.clock.advance({ days: 1 });
      expect((await book(person, sessionId, { key })).id).toBe(first?.id);
      expect(await mailsTo(t, person.volunteerId)).toEqual(['enrolment-confirmed']);
    });

    it('when the key differs, the second is told that she is on the list', async () => {
      const person = await aVolunteer(t);
      const sessionId = await aSession(t);
      const results = await Promise.all([1, 2, 3].map(() => tap(person, sessionId)));
      expect(results.map((result) => ('reason' in result ? result.reason : result.status)).sort()).toEqual([
        'ALREADY_ENROLLED',
        'ALREADY_ENROLLED',
        'enrolled',
      ]);
    });

    it('with a key of which nothing can be said, it asks for a better one', async () => {
      const { errors } = await (
        await aVolunteer(t)
      ).ask(`mutation($s: ID!) { enrol(sessionId: $s, idempotencyKey: "x") { __typename } }`, { s: await aSession(t) });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'idempotencyKey' }] });
    });
  });

  describe('the closed list of reasons', () => {
    it('is the same for the button and for the mutation', async () => {
      const person = await aVolunteer(t);
      const now = t.clock.now().getTime();
      const required = await aCourse(t, { title: 'Premiers pas' });
      const cases: [string, string][] = [
        ['SESSION_CANCELLED', await aSession(t, { status: 'cancelled' })],
        ['SESSION_STARTED', await aSession(t, { startsAt: new Date(now - 60_000) })],
        ['NOT_YET_OPEN', await aSession(t, { opensAt: new Date(now + days(1)) })],
        ['ENROLMENT_CLOSED', await aSession(t, { closesAt: new Date(now - 1000) })],
        ['TOO_YOUNG', await aSession(t, { courseId: await aCourse(t, { minimumAge: 40 }) })],
        ['MISSING_PREREQUISITE', await aSession(t, { courseId: await aCourse(t, { requires: [required] }) })],
      ];
      for (const [reason, sessionId] of cases) {
        expect([reason, await refusal(person, sessionId)]).toEqual([reason, reason]);
        const { mine: button } = await mine(person, sessionId);
        expect([reason, button.whyNot]).toEqual([reason, reason]);
        expect(button.whyNotMessage).toEqual(expect.any(String));
      }
    });

    it('names the course that must come first, until she has attended it on all its dates', async () => {
      const person = await aVolunteer(t);
      const first = await aCourse(t, { title: 'Premiers pas' });
      const sessionId = await aSession(t, { courseId: await aCourse(t, { requires: [first] }) });
      expect(await tap(person, sessionId)).toMatchObject({ missing: [{ title: 'Premiers pas' }] });
      const start = new Date(t.clock.now().getTime() - days(9));
      const past = await aSession(t, {
        courseId: first,
        startsAt: start,
        furtherDates: [new Date(start.getTime() + days(1))],
      });
      const enrolmentId = await anEnrolment(t, past, person.volunteerId);
      const came = (dates: number): Promise<unknown> =>
        t.db.query(
          `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
           select $1, id, 'present', 'qr', now() from session_date where session_id = $2 order by starts_at limit $3
           on conflict do nothing`,
          [enrolmentId, past, dates],
        );
      await came(1);
      expect(await refusal(person, sessionId)).toBe('MISSING_PREREQUISITE');
      await came(2);
      expect((await book(person, sessionId)).status).toBe('enrolled');
    });

    it('warns of another booking at the same time, and lets her confirm', async () => {
      const person = await aVolunteer(t);
      const startsAt = atParis('2026-11-20', '18:00');
      const other = await aSession(t, { courseId: await aCourse(t, { title: 'Canicule' }), startsAt });
      await book(person, other);
      const sessionId = await aSession(t, { startsAt: atParis('2026-11-20', '19:59') });
      expect((await mine(person, sessionId)).mine).toMatchObject({
        whyNot: 'OVERLAP_NOT_CONFIRMED',
        overlap: { courseTitle: 'Canicule' },
      });
      expect(await tap(person, sessionId)).toMatchObject({
        reason: 'OVERLAP_NOT_CONFIRMED',
        overlap: { courseTitle: 'Canicule' },
      });
      expect((await book(person, sessionId, { confirm: true })).status).toBe('enrolled');
    });

    it('knows no overlap of sessions that only touch', async () => {
      const person = await aVolunteer(t);
      await book(person, await aSession(t, { startsAt: atParis('2026-11-20', '18:00') }));
      const next = await aSession(t, { startsAt: atParis('2026-11-20', '20:00') });
      expect((await book(person, next)).status).toBe('enrolled');
    });

    it('counts the first of two overlapping bookings that are sent together', async () => {
      const person = await aVolunteer(t);
      const startsAt = atParis('2026-11-21', '18:00');
      const sessions = [await aSession(t, { startsAt }), await aSession(t, { startsAt })];
      const results = await Promise.all(sessions.map((id) => tap(person, id)));
      expect(results.map((r) => ('reason' in r ? r.reason : r.status)).sort()).toEqual([
        'OVERLAP_NOT_CONFIRMED',
        'enrolled',
      ]);
    });

    it('asks for a profile before anything else about the person', async () => {
      const sessionId = await aSession(t);
      const signedIn = await t.signIn();
      expect(await refusal(signedIn, sessionId)).toBe('PROFILE_MISSING');
      expect((await mine(signedIn, sessionId)).mine.whyNot).toBe('PROFILE_MISSING');
      expect(await refusal(await aVolunteer(t, { birthYear: null }), sessionId)).toBe('PROFILE_MISSING');
      expect((await mine(t.visitor(), sessionId)).mine).toMatchObject({
        whyNot: null,
        enrolment: null,
        wouldWait: false,
      });
    });

    it('speaks the language of the reader', async () => {
      const sessionId = await aSession(t, { status: 'cancelled' });
      expect((await mine(t.visitor('en'), sessionId)).mine.whyNotMessage).toMatch(/cancelled/);
      expect((await mine(t.visitor('fr'), sessionId)).mine.whyNotMessage).toMatch(/annulée/);
    });

    it('says of an unknown session only that it is not found', async () => {
      const person = await aVolunteer(t);
      const query = `mutation($s: ID!) { enrol(sessionId: $s, idempotencyKey: "a-long-enough-key") { __typename } }`;
      for (const s of [randomUUID(), 'nonsense'])
        expect((await person.ask(query, { s })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });

    it('does not let one bad wish harm the others of its batch', async () => {
      const [sessionId, crowd] = [await aSession(t), await aCrowd(t, 5)];
      const bad = `mutation($s: ID!) { enrol(sessionId: $s, idempotencyKey: "a-long-enough-key") { __typename } }`;
      const [answers, refused] = await Promise.all([
        Promise.all(crowd.map((person) => book(person, sessionId))),
        (await aVolunteer(t)).ask(bad, { s: randomUUID() }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill('enrolled'));
      expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });
  });

  describe('what somebody else may do', () => {
    it('is to book for her and to take her off, which she is told and finds in the journal', async () => {
      const staff = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
      const person = await aVolunteer(t);
      const sessionId = await aSession(t, { capacity: 1, closesAt: new Date(t.clock.now().getTime() - 1000) });
      const made = await bookFor(staff, sessionId, person.volunteerId);
      expect(made).toMatchObject({ status: 'enrolled' });
      expect(await bookFor(staff, sessionId, person.volunteerId)).toMatchObject({ reason: 'ALREADY_ENROLLED' });
      expect(await bookFor(staff, sessionId, staff.volunteerId)).toMatchObject({ status: 'waiting', rank: 1 });
      expect(await remove(staff, 'id' in made ? made.id : '')).toMatchObject({ status: 'removed' });
      expect(await mailsTo(t, person.volunteerId)).toEqual(['enrolled-by-staff', 'enrolment-removed']);
      const journal = await t.db.query('select action from audit_entry where volunteer_id = $1 order by id', [
        person.volunteerId,
      ]);
      expect(journal).toEqual([{ action: 'enrolment.create' }, { action: 'enrolment.remove' }]);
    });

    it('is nothing outside the networks that she coordinates, and nothing without a role', async () => {
      const sessionId = await aSession(t);
      const { id } = await book(await aVolunteer(t), sessionId);
      const climate = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
      for (const person of [climate, await aVolunteer(t)]) {
        await expect(bookFor(person, sessionId, person.volunteerId)).rejects.toThrow(/FORBIDDEN/);
        await expect(remove(person, id)).rejects.toThrow(/FORBIDDEN/);
        await expect(cancel(person, id)).rejects.toThrow(/NOT_FOUND/);
      }
      expect((await stateOf(t, id)).status).toBe('enrolled');
    });
  });

  describe('my agenda', () => {
    const AGENDA = `{ myAgenda { calendarUrl
      upcoming { id status rank session { id startsAt course { title } } icsUrl checkInQr attended offer { id } chances { percent } }
      past { id status session { id } } } }`;

    it('shows what comes and how the rest ended, by few statements however much it is', async () => {
      const person = await aVolunteer(t);
      const at = (n: number): Date => new Date(t.clock.now().getTime() + days(n));
      const cancelled = await book(person, await aSession(t, { startsAt: at(3) }));
      await cancel(person, cancelled.id);
      const soon = await book(person, await aSession(t, { startsAt: at(5) }));
      const later = await book(person, await aSession(t, { startsAt: at(6) }));
      const old = await anEnrolment(t, await aSession(t, { startsAt: at(-5) }), person.volunteerId);
      interface Shown {
        myAgenda: {
          calendarUrl: string;
          upcoming: { id: string; icsUrl: string; checkInQr: string }[];
          past: { id: string }[];
        };
      }
      const { myAgenda } = await person.get<Shown>(AGENDA);
      expect(myAgenda.upcoming.map(({ id }) => id)).toEqual([soon.id, later.id]);
      expect(myAgenda.past.map(({ id }) => id)).toEqual([cancelled.id, old]);
      expect(myAgenda.upcoming[0]).toMatchObject({
        icsUrl: expect.stringMatching(/\/calendar\/booking\/.+\.ics$/),
        checkInQr: expect.stringMatching(/^VP1:[B-Z]{8}:.{8}$/),
      });
      const statements = await statementsOf(t.db, () => person.get(AGENDA));
      expect(statements.length).toBeLessThanOrEqual(5);
    });

    it('is hers alone', async () => {
      const { id } = await book(await aVolunteer(t), await aSession(t));
      const { errors } = await (await aVolunteer(t)).ask('query($id: ID!) { myEnrolment(id: $id) { id } }', { id });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });
  });

  it('shows a session with its button by few statements', async () => {
    const person = await aVolunteer(t);
    const sessionId = await aSession(t);
    await book(person, sessionId);
    const statements = await statementsOf(t.db, () => mine(person, sessionId));
    expect(statements.length).toBeLessThanOrEqual(4);
  });
});

import { atParis } from '#platform/kernel';
import { SignedLinks } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { TestApp } from './support/app.js';
import {
  aCrowd,
  answer,
  book,
  type Booking,
  bookFor,
  cancel,
  mailsTo,
  refusal,
  remove,
  stateOf,
  tap,
} from './support/bookings.js';
import { aCourse, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const LIST = `query($id: ID!) { waitingList(sessionId: $id) { enrolmentId rank displayName status since offerDeadlineAt skippedBecause } }`;
const RANK = `query($id: ID!) { myEnrolment(id: $id) { status rank offer { deadlineAt } chances { percent pastSessions } } }`;
const SAVE = `mutation($input: SessionInput!) { saveSession(input: $input) { ... on SessionSaved { effect { notified offersMade } }
  ... on SessionEditRefused { reason } } }`;

interface Row {
  enrolmentId: string;
  rank: number;
  status: string;
  offerDeadlineAt: string | null;
  skippedBecause: string | null;
}
interface Mine {
  myEnrolment: {
    status: string;
    rank: number | null;
    offer: { deadlineAt: string } | null;
    chances: { percent: number; pastSessions: number } | null;
  };
}
interface Queued extends Booking {
  person: VolunteerPerson;
}

const start = atParis('2026-11-27', '18:30');
const hours = (n: number): number => n * 3_600_000;

/** Each fault that people report of the waiting lists of other products is a story here. */
describe('the waiting list', () => {
  let t: TestApp;
  let staff: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    staff = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  /** A full session: who has a seat and who waits, in the order of arrival. */
  async function full(
    seats: number,
    waiting: number,
    wishes: object = {},
  ): Promise<{ sessionId: string; list: Queued[] }> {
    const sessionId = await aSession(t, { capacity: seats, startsAt: start, ...wishes });
    const list: Queued[] = [];
    for (const person of await aCrowd(t, seats + waiting)) list.push({ person, ...(await book(person, sessionId)) });
    return { sessionId, list };
  }
  const at = (list: readonly Queued[], i: number): Queued => {
    const one = list[i];
    if (!one) throw new Error(`Nobody at ${i}`);
    return one;
  };
  const state = async ({ id }: { id: string }): Promise<string> => (await stateOf(t, id)).status;
  const states = (list: readonly Queued[]): Promise<string[]> => Promise.all(list.map(state));
  const leave = ({ person, id }: Queued) => cancel(person, id);
  const rank = async ({ person, id }: Queued): Promise<Mine['myEnrolment']> =>
    (await person.get<Mine>(RANK, { id })).myEnrolment;
  const sweep = (): Promise<void> => t.app.get(Jobs).runNow('waiting-list.sweep');
  const listOf = async (sessionId: string): Promise<Row[]> =>
    (await staff.get<{ waitingList: Row[] }>(LIST, { id: sessionId })).waitingList;

  describe('hands a seat on by itself', () => {
    it('to the first who waits, not the last, without any coordinator', async () => {
      const { list } = await full(1, 3);
      await leave(at(list, 0));
      expect(await states(list)).toEqual(['cancelled', 'offered', 'waiting', 'waiting']);
      expect(await mailsTo(t, at(list, 1).person.volunteerId)).toEqual(['waiting-list-joined', 'seat-offered']);
    });

    it('for 24 hours, which she and the coordinator see', async () => {
      const { sessionId, list } = await full(1, 2);
      await leave(at(list, 0));
      const { offer, status, rank: place } = await rank(at(list, 1));
      expect([status, place, offer?.deadlineAt]).toEqual(['offered', null, expect.stringMatching(/^2026-11-17T09:00/)]);
      const rows = await listOf(sessionId);
      expect(rows.map((row) => [row.status, row.rank])).toEqual([
        ['offered', 0],
        ['waiting', 1],
      ]);
      expect(rows[0]?.offerDeadlineAt).toBe(offer?.deadlineAt);
    });

    it('on the day itself too, then for two hours', async () => {
      const { list } = await full(1, 1);
      t.clock.set(atParis('2026-11-27', '10:00'));
      await leave(at(list, 0));
      const { deadline } = await stateOf(t, at(list, 1).id);
      expect(Math.round(((deadline?.getTime() ?? 0) - t.clock.now().getTime()) / 60_000)).toBe(120);
    });

    it('to the next when she declines, and to the next but one when he lets the deadline pass', async () => {
      const { list } = await full(1, 3);
      await leave(at(list, 0));
      await answer(at(list, 1).person, at(list, 1).id, false);
      expect(await states(list)).toEqual(['cancelled', 'declined', 'offered', 'waiting']);
      t.clock.advance({ hours: 24, minutes: 1 });
      // No mail server listens here: the mails stay for later.
      expect((await t.jobs({ mayFail: true })).done).toContain('offer.expire');
      expect(await states(list)).toEqual(['cancelled', 'declined', 'expired', 'offered']);
      expect(await mailsTo(t, at(list, 2).person.volunteerId)).toContain('offer-expired');
    });

    it('even if the job of the deadline was lost, by the sweep', async () => {
      const { list } = await full(1, 2);
      await leave(at(list, 0));
      await t.db.query('delete from graphile_worker._private_jobs');
      t.clock.advance({ hours: 25 });
      await sweep();
      expect(await states(list)).toEqual(['cancelled', 'expired', 'offered']);
    });

    it('to as many as came free, in their order', async () => {
      const { list } = await full(3, 5);
      await Promise.all([leave(at(list, 0)), leave(at(list, 1)), leave(at(list, 2))]);
      expect((await states(list)).slice(3)).toEqual(['offered', 'offered', 'offered', 'waiting', 'waiting']);
    });

    it('when a coordinator takes somebody off', async () => {
      const { list } = await full(1, 1);
      await remove(staff, at(list, 0).id);
      expect(await states(list)).toEqual(['removed', 'offered']);
    });

    it('when the capacity is raised', async () => {
      const { sessionId, list } = await full(1, 3);
      const [s] = await t.db.query<{
        version: number;
        courseId: string;
        placeId: string;
        opens: Date;
        closes: Date;
        ends: Date;
      }>(
        `select version, course_id as "courseId", place_id as "placeId", enrolment_opens_at as opens,
                enrolment_closes_at as closes, ends_at as ends from training_session where id = $1`,
        [sessionId],
      );
      const input = {
        id: sessionId,
        version: s?.version,
        courseId: s?.courseId,
        mode: 'on_site',
        placeId: s?.placeId,
        capacity: 3,
        enrolmentOpensAt: s?.opens,
        enrolmentClosesAt: s?.closes,
        dates: [{ startsAt: start, endsAt: s?.ends }],
        trainerIds: [],
        languages: ['fr'],
        accessibility: [],
        notes: '',
        status: 'published',
      };
      const { saveSession } = await staff.get<{ saveSession: { effect: { offersMade: number } } }>(SAVE, { input });
      expect(saveSession.effect.offersMade).toBe(2);
      expect(await states(list)).toEqual(['enrolled', 'offered', 'offered', 'waiting']);
    });
  });

  describe('is fair', () => {
    it('a newcomer never gets the seat that is on offer to somebody', async () => {
      const { sessionId, list } = await full(1, 1);
      await leave(at(list, 0));
      expect(await book(await aVolunteer(t), sessionId)).toMatchObject({ status: 'waiting', rank: 1 });
    });

    it('a newcomer who comes before the machinery notices a free seat does not jump the queue either', async () => {
      const { sessionId, list } = await full(1, 1);
      await t.db.query(`update enrolment set status = 'cancelled' where id = $1`, [at(list, 0).id]);
      expect((await book(await aVolunteer(t), sessionId)).status).toBe('waiting');
      expect(await states(list)).toEqual(['cancelled', 'offered']);
    });

    it('a coordinator cannot put somebody in front', async () => {
      const { sessionId } = await full(1, 2);
      expect(await bookFor(staff, sessionId, (await aVolunteer(t)).volunteerId)).toMatchObject({
        status: 'waiting',
        rank: 3,
      });
    });

    it('who cancels leaves the list and never gets the seat back by herself', async () => {
      const { sessionId, list } = await full(1, 2);
      await leave(at(list, 1));
      await leave(at(list, 0));
      expect(await states(list)).toEqual(['cancelled', 'cancelled', 'offered']);
      await answer(at(list, 2).person, at(list, 2).id, false);
      await sweep();
      expect(await states(list)).toEqual(['cancelled', 'cancelled', 'declined']);
      expect(await listOf(sessionId)).toEqual([]);
    });

    it('who was promoted and cancels is out, and the seat goes to the next', async () => {
      const { list } = await full(1, 2);
      await leave(at(list, 0));
      await answer(at(list, 1).person, at(list, 1).id, true);
      await leave(at(list, 1));
      expect(await states(list)).toEqual(['cancelled', 'cancelled', 'offered']);
    });

    it.each([
      ['cancelled', (one: Queued) => cancel(one.person, one.id)],
      ['declined', (one: Queued) => answer(one.person, one.id, false)],
      ['let the deadline pass', () => Promise.resolve(t.clock.advance({ hours: 25 })).then(sweep)],
    ])('who %s and comes back goes to the end', async (_, act) => {
      const { sessionId, list } = await full(1, 3);
      await leave(at(list, 0));
      await act(at(list, 1));
      expect(await book(at(list, 1).person, sessionId)).toMatchObject({ status: 'waiting', rank: 2 });
      expect(await book(at(list, 0).person, sessionId)).toMatchObject({ status: 'waiting', rank: 3 });
    });

    it('leaving the list moves the others up', async () => {
      const { list } = await full(1, 3);
      expect((await rank(at(list, 3))).rank).toBe(3);
      await leave(at(list, 1));
      expect((await rank(at(list, 3))).rank).toBe(2);
      expect(await mailsTo(t, at(list, 1).person.volunteerId)).toEqual(['waiting-list-joined', 'enrolment-cancelled']);
    });

    it('a seat is hers only once she says so: an offer is not a booking', async () => {
      const { sessionId, list } = await full(1, 1);
      await leave(at(list, 0));
      expect(await refusal(at(list, 1).person, sessionId)).toBe('ALREADY_ENROLLED');
      expect(await answer(at(list, 1).person, at(list, 1).id, true)).toMatchObject({ status: 'enrolled' });
      expect(await mailsTo(t, at(list, 1).person.volunteerId)).toEqual([
        'waiting-list-joined',
        'seat-offered',
        'seat-accepted',
      ]);
    });
  });

  describe('offers nothing to who cannot take it', () => {
    it('because of another booking at the same time, until that is gone', async () => {
      const { sessionId, list } = await full(1, 2);
      const busy = at(list, 1);
      const elsewhere = await book(busy.person, await aSession(t, { startsAt: start }));
      await leave(at(list, 0));
      expect(await states(list)).toEqual(['cancelled', 'waiting', 'offered']);
      expect((await listOf(sessionId)).map((row) => row.skippedBecause)).toEqual([null, 'OVERLAP_NOT_CONFIRMED']);
      await cancel(busy.person, elsewhere.id);
      await answer(at(list, 2).person, at(list, 2).id, false);
      expect(await state(busy)).toBe('offered');
    });

    it('and makes up for it when she can again, though nothing else happens', async () => {
      const { list } = await full(1, 1);
      const busy = at(list, 1);
      const elsewhere = await book(busy.person, await aSession(t, { startsAt: start }));
      await leave(at(list, 0));
      expect(await state(busy)).toBe('waiting');
      await cancel(busy.person, elsewhere.id);
      await sweep();
      expect(await state(busy)).toBe('offered');
    });

    it('because a course is asked for now that she has not attended', async () => {
      const courseId = await aCourse(t);
      const { list } = await full(1, 1, { courseId });
      const required = await aCourse(t);
      await t.db.query('insert into course_prerequisite values ($1, $2)', [courseId, required]);
      await leave(at(list, 0));
      expect(await state(at(list, 1))).toBe('waiting');
    });

    it('when every seat is taken by two overlapping sessions at once, she is offered one', async () => {
      const [a, b] = [await full(1, 0), await full(1, 0)];
      const person = await aVolunteer(t);
      const waits = [await book(person, a.sessionId), await book(person, b.sessionId)];
      await Promise.all([leave(at(a.list, 0)), leave(at(b.list, 0))]);
      expect((await Promise.all(waits.map(state))).sort()).toEqual(['offered', 'waiting']);
    });
  });

  describe('ends in time', () => {
    it('makes no offer less than two hours before the start, nor after it', async () => {
      for (const minutesBefore of [119, -10]) {
        const { list } = await full(1, 1);
        t.clock.set(new Date(start.getTime() - minutesBefore * 60_000));
        await t.db.query(`update enrolment set status = 'cancelled' where id = $1`, [at(list, 0).id]);
        await sweep();
        expect(await states(list)).toEqual(['cancelled', 'waiting']);
        t.clock.set(atParis('2026-11-16', '10:00'));
      }
    });

    it('ends an open offer at the start at the latest, even if the session was moved nearer', async () => {
      const { sessionId, list } = await full(1, 1);
      await leave(at(list, 0));
      const earlier = new Date(t.clock.now().getTime() + hours(3));
      await t.db.query(`update training_session set enrolment_closes_at = $2, starts_at = $2 where id = $1`, [
        sessionId,
        earlier,
      ]);
      t.clock.set(new Date(earlier.getTime() + 60_000));
      expect(await answer(at(list, 1).person, at(list, 1).id, true)).toMatchObject({ reason: 'OFFER_EXPIRED' });
    });

    it('tells those who waited in vain, once', async () => {
      const { list } = await full(1, 2);
      t.clock.set(new Date(start.getTime() - hours(1.9)));
      await sweep();
      t.clock.advance({ minutes: 1 });
      await sweep();
      for (const i of [1, 2])
        expect(await mailsTo(t, at(list, i).person.volunteerId)).toEqual([
          'waiting-list-joined',
          'waiting-list-closed',
        ]);
    });

    it('keeps its hours on the days of both clock changes', async () => {
      for (const [day, before, deadline] of [
        ['2027-03-28', '2027-03-27', '2027-03-28T08:00:00.000Z'],
        ['2026-10-25', '2026-10-24', '2026-10-25T08:00:00.000Z'],
      ] as const) {
        t.clock.set(atParis(before, '09:00'));
        const { list } = await full(1, 1, { startsAt: atParis(day, '19:00'), opensAt: atParis('2026-01-01', '08:00') });
        t.clock.set(new Date(Date.parse(deadline) - hours(2)));
        await leave(at(list, 0));
        const made = (await stateOf(t, at(list, 1).id)).deadline?.getTime() ?? 0;
        expect(Math.abs(made - Date.parse(deadline))).toBeLessThan(5000);
      }
    });
  });

  describe('is honest about chances', () => {
    it('says nothing before five past sessions, then the share that reached the rank', async () => {
      const courseId = await aCourse(t);
      const waiting = (startsAt: Date) => full(2, 3, { courseId, startsAt });
      const upcoming = await full(1, 2, { courseId });
      for (let i = 0; i < 5; i++) {
        expect((await rank(at(upcoming.list, 1))).chances).toBeNull();
        const past = await waiting(new Date(t.clock.now().getTime() + hours(24 * 3)));
        for (let gone = 0; gone < i % 3; gone++) await leave(at(past.list, gone));
        const shift = `interval '10 days'`;
        await t.db.query(
          `update training_session set starts_at = starts_at - ${shift}, ends_at = ends_at - ${shift},
             enrolment_opens_at = enrolment_opens_at - ${shift}, enrolment_closes_at = enrolment_closes_at - ${shift}
           where id = $1`,
          [past.sessionId],
        );
      }
      expect((await rank(at(upcoming.list, 1))).chances).toEqual({ percent: 60, pastSessions: 5 });
      expect((await rank(at(upcoming.list, 2))).chances).toEqual({ percent: 20, pastSessions: 5 });
    });
  });

  describe('answers by the link of the mail', () => {
    const LINK = `query($token: String!) { mailLink(token: $token) { action open whyClosed
      enrolment { status courseTitle offerDeadlineAt rank sessionId } } }`;
    const USE = `mutation($token: String!, $answer: MailLinkAnswer!) { answerMailLink(token: $token, answer: $answer) {
      __typename ... on MailLinkView { open whyClosed enrolment { status } }
      ... on OfferRefused { offer: reason message now: enrolment { status } } ... on CancelRefused { cancel: reason message } } }`;
    interface Link {
      mailLink: { action: string; open: boolean; whyClosed: string | null; enrolment: { status: string } } | null;
    }
    const read = async (token: string): Promise<Link['mailLink']> =>
      (await t.visitor().get<Link>(LINK, { token })).mailLink;
    const use = async (token: string, given: string): Promise<object> =>
      (await t.visitor().get<{ answerMailLink: object }>(USE, { token, answer: given })).answerMailLink;
    const sign = (kind: string, id: string): string => t.app.get(SignedLinks).sign(kind, id);

    async function offered(): Promise<{ token: string; list: Queued[] }> {
      const { list } = await full(1, 2);
      await leave(at(list, 0));
      const [offer] = await t.db.query<{ id: string }>('select id from seat_offer where enrolment_id = $1', [
        at(list, 1).id,
      ]);
      return { token: sign('accept_offer', offer?.id ?? ''), list };
    }

    it('read ten times, changes nothing', async () => {
      const { token, list } = await offered();
      for (let i = 0; i < 10; i++)
        expect(await read(token)).toMatchObject({ action: 'accept_offer', open: true, whyClosed: null });
      expect(await state(at(list, 1))).toBe('offered');
      const mutation = encodeURIComponent(
        `mutation { answerMailLink(token: "${token}", answer: accept) { __typename } }`,
      );
      const got = await fetch(`${await t.app.getUrl()}/graphql?query=${mutation}`);
      expect(got.status).toBeGreaterThanOrEqual(400);
      expect(await state(at(list, 1))).toBe('offered');
    });

    it('accepts in one tap without sign-in; a second tap says the same', async () => {
      const { token, list } = await offered();
      for (let times = 1; times <= 2; times++)
        expect(await use(token, 'accept')).toMatchObject({
          __typename: 'MailLinkView',
          open: false,
          enrolment: { status: 'enrolled' },
        });
      expect(await state(at(list, 1))).toBe('enrolled');
      expect(await use(token, 'decline')).toMatchObject({ offer: 'OFFER_ANSWERED', now: { status: 'enrolled' } });
    });

    it('declines in one tap, and the next is asked', async () => {
      const { token, list } = await offered();
      await use(token, 'decline');
      expect(await states(list)).toEqual(['cancelled', 'declined', 'offered']);
    });

    it('says that the deadline has passed, though no job ran, and passes the seat on', async () => {
      const { token, list } = await offered();
      t.clock.advance({ hours: 24, minutes: 1 });
      expect(await read(token)).toMatchObject({ open: false, whyClosed: expect.stringMatching(/délai/) });
      expect(await state(at(list, 1))).toBe('offered');
      expect(await use(token, 'accept')).toMatchObject({ offer: 'OFFER_EXPIRED', now: { status: 'expired' } });
      expect(await state(at(list, 2))).toBe('offered');
    });

    it('cancels a booking; twice is once', async () => {
      const { list } = await full(1, 1);
      const token = sign('cancel_enrolment', at(list, 0).id);
      expect(await read(token)).toMatchObject({ action: 'cancel_enrolment', open: true });
      for (let times = 1; times <= 2; times++)
        expect(await use(token, 'cancel')).toMatchObject({ enrolment: { status: 'cancelled' } });
      expect(await states(list)).toEqual(['cancelled', 'offered']);
    });

    it('refuses what is not a link of ours, or another use of it', async () => {
      const { token, list } = await offered();
      const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
      expect(await read(forged)).toBeNull();
      expect(await read('nonsense')).toBeNull();
      expect(await read(sign('calendar_feed', at(list, 1).id))).toBeNull();
      for (const [bad, given] of [
        [forged, 'accept'],
        [token, 'cancel'],
        [sign('cancel_enrolment', at(list, 1).id), 'accept'],
      ] as const)
        expect(await use(bad, given)).toMatchObject({ offer: 'LINK_INVALID' });
      expect(await state(at(list, 1))).toBe('offered');
    });

    it('of a session that was cancelled, says so', async () => {
      const { token, list } = await offered();
      await t.db.query(
        `update training_session set status = 'cancelled', cancel_reason = 'x', cancelled_at = now()
          where id = (select session_id from enrolment where id = $1)`,
        [at(list, 1).id],
      );
      expect(await read(token)).toMatchObject({ open: false, whyClosed: expect.stringMatching(/annulée/) });
      expect(await use(token, 'accept')).toMatchObject({ offer: 'SESSION_CANCELLED' });
    });
  });

  it('shows the list only to those who coordinate one of its networks', async () => {
    const { sessionId } = await full(1, 1);
    const other = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
    for (const person of [other, await aVolunteer(t)])
      await expect(person.get(LIST, { id: sessionId })).rejects.toThrow(/FORBIDDEN/);
  });

  it('takes a tap of somebody who waits already for the same wish', async () => {
    const { sessionId, list } = await full(1, 1);
    expect(await tap(at(list, 1).person, sessionId)).toMatchObject({ reason: 'ALREADY_ENROLLED' });
  });
});

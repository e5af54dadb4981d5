import { violatedConstraint } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { atParis, type Network } from '#platform/kernel';
import { TestApp } from './support/app.js';
import { aCrowd, answer, book, type Booking, cancel, stateOf } from './support/bookings.js';
import { aCourse, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const SHARE = `mutation($sessionId: ID!, $solidarity: Int!, $climate: Int!, $releaseDays: Int) {
  shareSeats(sessionId: $sessionId, solidarity: $solidarity, climate: $climate, releaseDays: $releaseDays) {
    ... on SessionSaved { effect { offersMade } } ... on SessionEditRefused { reason } } }`;
const UNSHARE = `mutation($sessionId: ID!) { unshareSeats(sessionId: $sessionId) {
  ... on SessionSaved { session { sharing { releaseDays } } effect { offersMade } } ... on SessionEditRefused { reason } } }`;
const SESSION = `query($id: ID!) { session(id: $id) { seatsLeft sharing { releaseDays releasedAt isReleased
  shares { pool quota seats seatsLeft } } mine { wouldWait wouldBeRank } } }`;
const RANKS = `query($id: ID!) { myEnrolment(id: $id) { rank reservedRanks { network rank } } }`;

interface Share {
  pool: string;
  quota: number;
  seats: number;
  seatsLeft: number;
}
interface SessionAnswer {
  session: {
    seatsLeft: number;
    sharing: { releasedAt: string; isReleased: boolean; shares: Share[] } | null;
    mine: { wouldWait: boolean };
  };
}
type Outcome = { effect: { offersMade: number } } | { reason: string };

const start = atParis('2026-11-27', '18:30');

describe('seats shared between the networks', () => {
  let t: TestApp;
  let staff: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    staff = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  const join = (people: readonly VolunteerPerson[], networks: readonly Network[]): Promise<unknown> =>
    t.db.query(
      'insert into membership (volunteer_id, network) select v, n from unnest($1::uuid[]) v, unnest($2::text[]) n',
      [people.map(({ volunteerId }) => volunteerId), networks],
    );
  async function members(count: number, ...networks: Network[]): Promise<VolunteerPerson[]> {
    const people = await aCrowd(t, count);
    await join(people, networks);
    return people;
  }
  const member = async (...networks: Network[]): Promise<VolunteerPerson> => {
    const [one] = await members(1, ...networks);
    if (!one) throw new Error('Nobody came');
    return one;
  };
  const share = async (sessionId: string, solidarity: number, climate: number, releaseDays = 7): Promise<Outcome> =>
    (await staff.get<{ shareSeats: Outcome }>(SHARE, { sessionId, solidarity, climate, releaseDays })).shareSeats;
  async function shared(capacity: number, solidarity: number, climate: number, wishes: object = {}): Promise<string> {
    const sessionId = await aSession(t, { capacity, startsAt: start, ...wishes });
    expect(await share(sessionId, solidarity, climate)).toEqual({ effect: { offersMade: 0 } });
    return sessionId;
  }
  const look = async (id: string, as = t.visitor()) => (await as.get<SessionAnswer>(SESSION, { id })).session;
  const left = async (id: string): Promise<Record<string, number>> =>
    Object.fromEntries((await look(id)).sharing?.shares.map(({ pool, seatsLeft }) => [pool, seatsLeft]) ?? []);
  const poolOf = async ({ id }: Booking): Promise<string | null> =>
    (await t.db.query<{ pool: string | null }>('select pool from enrolment where id = $1', [id]))[0]?.pool ?? null;
  const status = async ({ id }: Booking): Promise<string> => (await stateOf(t, id)).status;

  it('are taken from her network first, then from those open to all', async () => {
    const sessionId = await shared(4, 1, 1);
    const bookings: Booking[] = [];
    for (const person of await members(4, 'solidarity')) bookings.push(await book(person, sessionId));
    expect(await Promise.all(bookings.map(poolOf))).toEqual(['solidarity', 'open', 'open', null]);
    expect(bookings.map((b) => b.status)).toEqual(['enrolled', 'enrolled', 'enrolled', 'waiting']);
    expect(await left(sessionId)).toEqual({ solidarity: 0, climate: 1, open: 0 });
    const climate = await member('climate');
    expect((await look(sessionId, climate)).mine.wouldWait).toBe(false);
    expect((await look(sessionId, await member())).mine.wouldWait).toBe(true);
    expect(await book(climate, sessionId)).toMatchObject({ status: 'enrolled' });
  });

  it('count who is in both networks once, where more are left', async () => {
    const sessionId = await shared(6, 2, 3);
    const one = await book(await member('solidarity', 'climate'), sessionId);
    expect(await poolOf(one)).toBe('climate');
    expect(await left(sessionId)).toEqual({ solidarity: 2, climate: 2, open: 1 });
    expect((await look(sessionId)).seatsLeft).toBe(5);
  });

  it('go to the next who waits and may have them, in the order of arrival', async () => {
    const sessionId = await shared(2, 1, 1);
    const holders = [await book(await member('solidarity'), sessionId), await book(await member('climate'), sessionId)];
    const [anybody, climate, solidarity] = [await member(), await member('climate'), await member('solidarity')];
    const waiting = [await book(anybody, sessionId), await book(climate, sessionId), await book(solidarity, sessionId)];
    expect(waiting.map((b) => b.rank)).toEqual([1, 2, 3]);
    const ranks = await solidarity.get<{ myEnrolment: unknown }>(RANKS, { id: waiting[2]?.id });
    expect(ranks.myEnrolment).toEqual({ rank: 3, reservedRanks: [{ network: 'solidarity', rank: 1 }] });
    await t.db.query(`update enrolment set status = 'cancelled' where id = $1`, [holders[0]?.id]);
    await t.app.get(Jobs).runNow('waiting-list.sweep');
    expect(await Promise.all(waiting.map(status))).toEqual(['waiting', 'waiting', 'offered']);
    expect(await answer(solidarity, waiting[2]?.id ?? '', true)).toMatchObject({ status: 'enrolled' });
  });

  describe('that a network does not use', () => {
    it('are open to all seven days before: by the rule, though no worker runs', async () => {
      const sessionId = await shared(2, 1, 1);
      const [anybody, other] = [await member(), await member()];
      expect(await book(anybody, sessionId)).toMatchObject({ status: 'waiting', rank: 1 });
      t.clock.set(new Date(start.getTime() - 7 * 24 * 3_600_000 - 60_000));
      expect((await look(sessionId)).sharing).toMatchObject({ isReleased: false });
      expect(await book(other, sessionId)).toMatchObject({ status: 'waiting', rank: 2 });
      t.clock.advance({ minutes: 1 });
      expect(await look(sessionId, await member())).toMatchObject({
        sharing: { isReleased: true, shares: [{ seats: 0 }, { seats: 0 }, { seats: 2, seatsLeft: 2 }] },
      });
      // Somebody comes before the machinery does: who waits is served first, by her coming.
      expect(await book(await member('solidarity'), sessionId)).toMatchObject({ status: 'waiting', rank: 1 });
      expect(await left(sessionId)).toEqual({ solidarity: 0, climate: 0, open: 0 });
    });

    it('are handed on by the sweep when nobody comes', async () => {
      const sessionId = await shared(1, 1, 0);
      const waits = await book(await member(), sessionId);
      t.clock.set(new Date(start.getTime() - 7 * 24 * 3_600_000));
      await t.app.get(Jobs).runNow('waiting-list.sweep');
      expect(await status(waits)).toBe('offered');
    });

    it('are counted as open by the sweep, though nobody waits for them', async () => {
      const sessionId = await shared(5, 2, 2);
      const stored = () =>
        t.db.query('select pool, seats from seat_pool where session_id = $1 order by pool', [sessionId]);
      t.clock.set(new Date(start.getTime() - 7 * 24 * 3_600_000 - 60_000));
      await t.app.get(Jobs).runNow('waiting-list.sweep');
      expect(await stored()).toMatchObject([{ seats: 2 }, { seats: 1 }, { seats: 2 }]);
      t.clock.advance({ minutes: 2 });
      await t.app.get(Jobs).runNow('waiting-list.sweep');
      expect(await stored()).toMatchObject([{ seats: 0 }, { seats: 5 }, { seats: 0 }]);
    });

    it('and that come free later are open to all too', async () => {
      const sessionId = await shared(1, 1, 0);
      const holder = await member('solidarity');
      const booking = await book(holder, sessionId);
      const waits = await book(await member(), sessionId);
      t.clock.set(new Date(start.getTime() - 6 * 24 * 3_600_000));
      await cancel(holder, booking.id);
      expect(await status(waits)).toBe('offered');
    });

    it('wait as many days before as the coordinator says', async () => {
      const sessionId = await shared(1, 1, 0);
      await share(sessionId, 1, 0, 2);
      const { sharing } = await look(sessionId);
      expect(sharing?.releasedAt).toBe(atParis('2026-11-25', '18:30').toISOString());
    });
  });

  describe('may be changed while people hold some', () => {
    it('and everybody keeps a seat', async () => {
      const sessionId = await aSession(t, { capacity: 4, startsAt: start });
      const bookings: Booking[] = [];
      for (const person of [await member('solidarity'), await member(), await member('climate', 'solidarity')])
        bookings.push(await book(person, sessionId));
      expect(await share(sessionId, 1, 2)).toEqual({ effect: { offersMade: 0 } });
      expect(await Promise.all(bookings.map(poolOf))).toEqual(['solidarity', 'open', 'climate']);
      expect(await share(sessionId, 2, 2)).toEqual({ reason: 'QUOTAS_LEAVE_SOMEBODY_OUT' });
      expect(await share(sessionId, 4, 1)).toEqual({ reason: 'QUOTAS_ABOVE_CAPACITY' });
      expect(await left(sessionId)).toEqual({ solidarity: 0, climate: 1, open: 0 });
      const opened = await staff.get<{ unshareSeats: unknown }>(UNSHARE, { sessionId });
      expect(opened.unshareSeats).toEqual({ session: { sharing: null }, effect: { offersMade: 0 } });
      expect(await book(await member(), sessionId)).toMatchObject({ status: 'enrolled' });
    });

    it('and who waited for one gets it', async () => {
      const sessionId = await shared(1, 1, 0);
      const waits = await book(await member(), sessionId);
      expect(await share(sessionId, 0, 0)).toEqual({ effect: { offersMade: 1 } });
      expect(await status(waits)).toBe('offered');
    });

    it('and follow the size of the session, unless somebody would be left out', async () => {
      const sessionId = await shared(4, 1, 1);
      for (const person of [await member(), await member()]) await book(person, sessionId);
      const resize = async (capacity: number): Promise<unknown> => {
        const { session } = await staff.get<{ session: Record<string, unknown> & { course: { id: string } } }>(
          `query($id: ID!) { session(id: $id) { id version course { id } place { id } mode enrolmentOpensAt enrolmentClosesAt
             dates { startsAt endsAt } trainerIds languages accessibility notes status } }`,
          { id: sessionId },
        );
        const { course, place, ...same } = session;
        const input = { ...same, capacity, courseId: course.id, placeId: (place as { id: string }).id };
        return (
          await staff.get<{ saveSession: unknown }>(
            `mutation($input: SessionInput!) { saveSession(input: $input) { ... on SessionSaved { effect { offersMade } }
               ... on SessionEditRefused { reason } } }`,
            { input },
          )
        ).saveSession;
      };
      expect(await resize(6)).toEqual({ effect: { offersMade: 0 } });
      expect(await left(sessionId)).toEqual({ solidarity: 1, climate: 1, open: 2 });
      expect(await resize(3)).toEqual({ reason: 'QUOTAS_LEAVE_SOMEBODY_OUT' });
      expect(await left(sessionId)).toEqual({ solidarity: 1, climate: 1, open: 2 });
    });

    it('only by who coordinates one of its networks', async () => {
      const sessionId = await aSession(t, { courseId: await aCourse(t, { networks: ['climate'] }) });
      await expect(share(sessionId, 1, 1)).rejects.toThrow(/FORBIDDEN/);
    });

    it('and are the same in a copy', async () => {
      const sessionId = await shared(5, 2, 2);
      const { duplicateSession } = await staff.get<{ duplicateSession: { id: string } }>(
        'mutation($id: ID!) { duplicateSession(id: $id) { id } }',
        { id: sessionId },
      );
      const { sharing } = (await staff.get<SessionAnswer>(SESSION, { id: duplicateSession.id })).session;
      expect(sharing?.shares.map(({ quota, seatsLeft }) => [quota, seatsLeft])).toEqual([
        [2, 2],
        [2, 2],
        [1, 1],
      ]);
    });
  });

  it('stay what they are when 200 people of all kinds book 30 at once: 12, 12 and 6', async () => {
    for (let round = 0; round < 5; round++) {
      const sessionId = await shared(30, 12, 12);
      const crowd = [
        ...(await members(60, 'solidarity')),
        ...(await members(60, 'climate')),
        ...(await members(40, 'solidarity', 'climate')),
        ...(await members(40)),
      ].sort(() => Math.random() - 0.5);
      const bookings = await Promise.all(crowd.map((person) => book(person, sessionId)));
      expect(bookings.filter((b) => b.status === 'enrolled')).toHaveLength(30);
      const rows = await t.db.query<{ pool: string; seats: number; taken: number; held: number; strangers: number }>(
        `select p.pool, p.seats, p.seats_taken as taken, count(e.id)::int as held,
                count(e.id) filter (where p.pool <> 'open' and not exists (
                  select 1 from membership m where m.volunteer_id = e.volunteer_id and m.network = p.pool))::int as strangers
           from seat_pool p left join enrolment e on e.session_id = p.session_id and e.pool = p.pool and e.status = 'enrolled'
          where p.session_id = $1 group by 1, 2, 3 order by 1`,
        [sessionId],
      );
      expect(rows).toEqual([
        { pool: 'climate', seats: 12, taken: 12, held: 12, strangers: 0 },
        { pool: 'open', seats: 6, taken: 6, held: 6, strangers: 0 },
        { pool: 'solidarity', seats: 12, taken: 12, held: 12, strangers: 0 },
      ]);
      const waiting = bookings.flatMap((b) => b.rank ?? []).sort((a, b) => a - b);
      expect(waiting).toEqual(Array.from({ length: 170 }, (_, i) => i + 1));
    }
  });

  it('and edits of the quotas do not disturb those who book meanwhile', async () => {
    const sessionId = await shared(12, 4, 4);
    const crowd = [...(await members(20, 'solidarity')), ...(await members(20, 'climate')), ...(await members(20))];
    const edits = [
      [3, 3],
      [0, 6],
      [6, 0],
      [4, 4],
      [2, 2],
    ] as const;
    const [bookings] = await Promise.all([
      Promise.all(crowd.map((person) => book(person, sessionId))),
      Promise.all(edits.map(([solidarity, climate]) => share(sessionId, solidarity, climate))),
    ]);
    expect(bookings).toHaveLength(60);
    const [sums] = await t.db.query(
      `select sum(p.seats)::int as seats, sum(p.seats_taken)::int as taken, s.seats_taken as held
         from seat_pool p join training_session s on s.id = p.session_id where s.id = $1 group by s.id`,
      [sessionId],
    );
    expect(sums).toMatchObject({ seats: 12, taken: (sums as { held: number }).held });
  });

  describe('are guarded by the database, whoever writes there', () => {
    const attempt = async (sql: string, values: unknown[]): Promise<string | null> => {
      try {
        await t.db.query(sql, values);
        return null;
      } catch (error) {
        return violatedConstraint(error);
      }
    };

    it('against one too many in a pool', async () => {
      const sessionId = await shared(3, 1, 1);
      const one = await book(await member('solidarity'), sessionId);
      const other = await book(await member('climate'), sessionId);
      expect(await attempt(`update enrolment set pool = 'solidarity' where id = $1`, [other.id])).toBe(
        'seat_pool_never_overbooked',
      );
      expect(await attempt(`update enrolment set pool = null where id = $1`, [one.id])).toBe('session_pools_add_up');
    });

    it('against seats that appear or vanish between pools', async () => {
      const sessionId = await shared(3, 1, 1);
      expect(await attempt(`update seat_pool set seats = seats + 1 where session_id = $1`, [sessionId])).toBe(
        'session_pools_add_up',
      );
      expect(await attempt(`update training_session set capacity = 4 where id = $1`, [sessionId])).toBe(
        'session_pools_add_up',
      );
      expect(await attempt(`delete from seat_pool where session_id = $1`, [sessionId])).toBe('session_pools_complete');
    });
  });
});

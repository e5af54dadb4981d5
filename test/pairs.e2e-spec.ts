import { atParis } from '#platform/kernel';
import { TestApp } from './support/app.js';
import { aCrowd, answer, book, type Booking, cancel, mailsTo, stateOf } from './support/bookings.js';
import { aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const INVITATION = '... on PairInvitation { id code state isMine inviterName mailedAt }';
const BOOKING = '... on Enrolment { id status rank bookingCode }';
const INVITE = `mutation($sessionId: ID!) { invitePair(sessionId: $sessionId) { ${INVITATION} ... on EnrolmentRefused { reason } } }`;
const MAIL = `mutation($id: ID!, $email: String!) { mailPairInvitation(id: $id, email: $email) { ${INVITATION} ... on PairRefused { reason } } }`;
const WITHDRAW = `mutation($id: ID!) { withdrawPairInvitation(id: $id) { state } }`;
const ACCEPT = `mutation($code: String!, $confirm: Boolean) { acceptPairInvitation(code: $code, confirmOverlap: $confirm) {
  ${BOOKING} ... on EnrolmentRefused { reason } ... on PairRefused { pairReason: reason message } } }`;
const DECLINE = `mutation($code: String!) { declinePairInvitation(code: $code) { ${INVITATION} ... on PairRefused { reason } } }`;
const LOOK = `query($code: String!) { pairInvitation(code: $code) { state isMine inviterName session { id } } }`;
const MINE = `query($id: ID!) { session(id: $id) { myInvitation { id code } mine { enrolment { id status rank } } } }`;
const MATE = `query($id: ID!) { myEnrolment(id: $id) { status rank mate { displayName isServedTogether passedOver { reason } } } }`;
const LIST = `query($id: ID!) { waitingList(sessionId: $id) { enrolmentId pairedWith passedOver { reason } } }`;

interface Invitation {
  id: string;
  code: string;
  state: string;
  mailedAt: string | null;
}
type Accepted = (Booking & { reason?: undefined }) | { reason: string };
interface Two {
  first: VolunteerPerson;
  second: VolunteerPerson;
  ids: [string, string];
}

const start = atParis('2026-11-27', '18:30');

describe('two people together', () => {
  let t: TestApp;
  let staff: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    staff = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  const session = (capacity: number): Promise<string> => aSession(t, { capacity, startsAt: start });
  async function someone(): Promise<VolunteerPerson> {
    const [one] = await aCrowd(t, 1);
    if (!one) throw new Error('Nobody came');
    return one;
  }
  const invite = async (person: VolunteerPerson, sessionId: string): Promise<Invitation & { reason?: string }> =>
    (await person.get<{ invitePair: Invitation }>(INVITE, { sessionId })).invitePair;
  async function accept(person: VolunteerPerson, code: string, confirm = false): Promise<Accepted> {
    const variables = { code, confirm };
    const { acceptPairInvitation: answered } = await person.get<{
      acceptPairInvitation: Booking | { reason: string } | { pairReason: string };
    }>(ACCEPT, variables);
    return 'pairReason' in answered ? { reason: answered.pairReason } : answered;
  }
  const mine = async (person: VolunteerPerson, sessionId: string): Promise<Booking | null> =>
    (await person.get<{ session: { mine: { enrolment: Booking | null } } }>(MINE, { id: sessionId })).session.mine
      .enrolment;
  async function pair(sessionId: string): Promise<Two> {
    const [first, second] = [await someone(), await someone()];
    const { code } = await invite(first, sessionId);
    const booking = await accept(second, code);
    const own = await mine(first, sessionId);
    if (booking.reason !== undefined || !own) throw new Error(`No pair: ${JSON.stringify(booking)}`);
    return { first, second, ids: [own.id, booking.id] };
  }
  const states = (ids: readonly string[]): Promise<string[]> =>
    Promise.all(ids.map(async (id) => (await stateOf(t, id)).status));
  const mate = async (person: VolunteerPerson, id: string) =>
    (
      await person.get<{ myEnrolment: { mate: { isServedTogether: boolean; passedOver: unknown[] } | null } }>(MATE, {
        id,
      })
    ).myEnrolment.mate;

  describe('by an invitation', () => {
    it('have both a seat once the friend accepts, and none before', async () => {
      const sessionId = await session(2);
      const [first, second] = [await someone(), await someone()];
      const invitation = await invite(first, sessionId);
      expect(invitation).toMatchObject({ state: 'open', isMine: true });
      expect(await mine(first, sessionId)).toBeNull();
      const seen = await t.visitor().get<{ pairInvitation: object }>(LOOK, { code: invitation.code.toLowerCase() });
      expect(seen.pairInvitation).toMatchObject({ state: 'open', isMine: false, session: { id: sessionId } });
      expect(await accept(second, ` ${invitation.code.slice(0, 4)}-${invitation.code.slice(4)} `)).toMatchObject({
        status: 'enrolled',
      });
      const own = await mine(first, sessionId);
      expect(own).toMatchObject({ status: 'enrolled' });
      expect(await mailsTo(t, first.volunteerId)).toEqual(['enrolment-confirmed']);
      expect(await mailsTo(t, second.volunteerId)).toEqual(['enrolment-confirmed']);
      expect(await mate(first, own?.id ?? '')).toMatchObject({ isServedTogether: false });
    });

    it('wait both when only one seat is left, and the one is given to who comes alone', async () => {
      const sessionId = await session(1);
      const { first, ids } = await pair(sessionId);
      expect(await states(ids)).toEqual(['waiting', 'waiting']);
      expect(await book(await someone(), sessionId)).toMatchObject({ status: 'enrolled' });
      expect(await mate(first, ids[0])).toMatchObject({
        isServedTogether: true,
        passedOver: [{ reason: 'ONE_SEAT' }],
      });
    });

    it('is one and the same until it is answered, and answered once', async () => {
      const sessionId = await session(4);
      const [first, second, third] = [await someone(), await someone(), await someone()];
      const { code, id } = await invite(first, sessionId);
      expect((await invite(first, sessionId)).id).toBe(id);
      expect(await accept(first, code)).toMatchObject({ reason: 'OWN_INVITATION' });
      const answers = await Promise.all([accept(second, code), accept(third, code)]);
      expect(answers.map((a) => a.reason).sort()).toEqual(['INVITATION_ANSWERED', undefined]);
      const winner = answers[0]?.reason === undefined ? second : third;
      expect(await accept(winner, code)).toMatchObject({ status: 'enrolled' });
      expect(await accept(second, 'BCDFGHJK')).toMatchObject({ reason: 'INVITATION_UNKNOWN' });
      const [count] = await t.db.query<{ n: number }>(
        `select count(*)::int as n from enrolment where session_id = $1 and status = 'enrolled'`,
        [sessionId],
      );
      expect(count?.n).toBe(2);
    });

    it('can be taken back, and declined, which only then the other is told', async () => {
      const sessionId = await session(4);
      const [first, second] = [await someone(), await someone()];
      const one = await invite(first, sessionId);
      await first.get(WITHDRAW, { id: one.id });
      expect(await accept(second, one.code)).toMatchObject({ reason: 'INVITATION_WITHDRAWN' });
      const other = await invite(first, sessionId);
      await second.get(DECLINE, { code: other.code });
      expect(await accept(second, other.code)).toMatchObject({ reason: 'INVITATION_ANSWERED' });
      expect(await mailsTo(t, first.volunteerId)).toEqual(['pair-declined']);
      expect(await mine(first, sessionId)).toBeNull();
    });

    it('is not made by who cannot enrol, and tells the friend nothing private', async () => {
      const sessionId = await session(4);
      const [first, second] = [await someone(), await someone()];
      const { code } = await invite(first, sessionId);
      await book(first, await session(4));
      expect(await accept(second, code)).toMatchObject({ reason: 'FRIEND_CANNOT' });
      expect(await mine(second, sessionId)).toBeNull();
      expect(await invite(await aVolunteer(t, { birthYear: 2015 }), sessionId)).toEqual({ reason: 'TOO_YOUNG' });
    });

    it('refuses both when the friend cannot come, until she says that she knows', async () => {
      const sessionId = await session(4);
      const [first, second] = [await someone(), await someone()];
      const { code } = await invite(first, sessionId);
      await book(second, await session(4));
      expect(await accept(second, code)).toMatchObject({ reason: 'OVERLAP_NOT_CONFIRMED' });
      expect(await mine(first, sessionId)).toBeNull();
      expect(await accept(second, code, true)).toMatchObject({ status: 'enrolled' });
    });

    it('is sent to an address once, and not to many in a day', async () => {
      const first = await someone();
      const send = async (id: string): Promise<unknown> =>
        (await first.get<{ mailPairInvitation: unknown }>(MAIL, { id, email: ' amie@exemple.org ' }))
          .mailPairInvitation;
      const invitations: Invitation[] = [];
      for (let i = 0; i < 6; i++) {
        const startsAt = new Date(start.getTime() + i * 24 * 3_600_000);
        invitations.push(await invite(first, await aSession(t, { startsAt })));
      }
      expect(await send(invitations[0]?.id ?? '')).toMatchObject({ mailedAt: expect.any(String) });
      expect(await send(invitations[0]?.id ?? '')).toEqual({ reason: 'ALREADY_MAILED' });
      for (const { id } of invitations.slice(1, 5)) expect(await send(id)).toMatchObject({ id });
      expect(await send(invitations[5]?.id ?? '')).toEqual({ reason: 'TOO_MANY_MAILS' });
      const [mails] = await t.db.query(
        `select count(*)::int as n, min(to_address) as address from mail where kind = 'pair-invitation'`,
      );
      expect(mails).toEqual({ n: 5, address: 'amie@exemple.org' });
      const { errors } = await first.ask(MAIL, { id: invitations[5]?.id, email: 'nowhere' });
      expect(JSON.stringify(errors?.[0]?.extensions)).toMatch(/email/);
    });

    it('belongs to who made it', async () => {
      const { id } = await invite(await someone(), await session(4));
      await expect((await someone()).get(WITHDRAW, { id })).rejects.toThrow(/NOT_FOUND/);
    });
  });

  describe('on the waiting list', () => {
    async function behind(
      seats: number,
    ): Promise<{ sessionId: string; holders: VolunteerPerson[]; bookings: Booking[] }> {
      const sessionId = await session(seats);
      const holders = await aCrowd(t, seats);
      const bookings: Booking[] = [];
      for (const person of holders) bookings.push(await book(person, sessionId));
      return { sessionId, holders, bookings };
    }

    it('are offered two seats at once, and passed over with the reason while there is one', async () => {
      const { sessionId, holders, bookings } = await behind(3);
      const { first, second, ids } = await pair(sessionId);
      const next = await someone();
      const alone = await book(next, sessionId);
      expect(alone).toMatchObject({ status: 'waiting', rank: 3 });
      await cancel(holders[0]!, bookings[0]!.id);
      expect(await states([...ids, alone.id])).toEqual(['waiting', 'waiting', 'offered']);
      const rows = (
        await staff.get<{ waitingList: { enrolmentId: string; pairedWith: string | null; passedOver: unknown[] }[] }>(
          LIST,
          { id: sessionId },
        )
      ).waitingList;
      expect(rows.filter((row) => row.pairedWith).map((row) => [row.enrolmentId, row.passedOver])).toEqual([
        [ids[0], [{ reason: 'ONE_SEAT' }]],
        [ids[1], [{ reason: 'ONE_SEAT' }]],
      ]);
      expect(await mate(second, ids[1])).toMatchObject({ passedOver: [{ reason: 'ONE_SEAT' }] });
      await cancel(holders[1]!, bookings[1]!.id);
      expect(await states(ids)).toEqual(['waiting', 'waiting']);
      await cancel(holders[2]!, bookings[2]!.id);
      expect(await states(ids)).toEqual(['offered', 'offered']);
      await answer(first, ids[0], true);
      await answer(second, ids[1], false);
      expect(await states(ids)).toEqual(['enrolled', 'declined']);
    });

    it('when one leaves, the other keeps her place and is served alone', async () => {
      const { sessionId, holders, bookings } = await behind(1);
      const { second, ids } = await pair(sessionId);
      const later = await book(await someone(), sessionId);
      await cancel(second, ids[1]);
      expect(await states([ids[0]])).toEqual(['waiting']);
      await cancel(holders[0]!, bookings[0]!.id);
      expect(await states([ids[0], later.id])).toEqual(['offered', 'waiting']);
    });

    it('whose seats are taken, may be absent or leave each on her own', async () => {
      const sessionId = await session(2);
      const { first, second, ids } = await pair(sessionId);
      const waits = await book(await someone(), sessionId);
      await cancel(first, ids[0]);
      expect(await states([...ids, waits.id])).toEqual(['cancelled', 'enrolled', 'offered']);
      expect(await mate(second, ids[1])).toBeNull();
    });

    it('are served in their turn when many leave at once', async () => {
      const { sessionId, holders, bookings } = await behind(8);
      const twos: Two[] = [];
      for (let i = 0; i < 4; i++) twos.push(await pair(sessionId));
      await Promise.all(holders.map((person, i) => cancel(person, bookings[i]!.id)));
      for (const { ids } of twos) expect(await states(ids)).toEqual(['offered', 'offered']);
    });
  });
});

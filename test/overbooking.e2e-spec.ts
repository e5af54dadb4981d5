import { violatedConstraint } from '#platform/database';
import { atParis } from '#platform/kernel';
import { TestApp } from './support/app.js';
import { aCrowd, book, stateOf } from './support/bookings.js';
import { aCourse, anEnrolment, aPlace, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const FIELDS = `roomSeats acceptedSeats legalMaximum seats chance showPercent pastSessions likeness whyNot
  decision { acceptedSeats chance pastSessions reason decidedBy }`;
const ADVICE = `query($id: ID!) { overbookingAdvice(sessionId: $id) { ${FIELDS} } }`;
const ACCEPT = `mutation($id: ID!, $seats: Int!, $reason: String!) {
  acceptOverbooking(sessionId: $id, seats: $seats, reason: $reason) {
    ... on OverbookingAdvice { ${FIELDS} } ... on OverbookingRefused { reason message } } }`;
const SAVE_PLACE = `mutation($input: PlaceInput!) { savePlace(input: $input) { legalCapacity } }`;

interface Advice {
  acceptedSeats: number;
  seats: number | null;
  chance: number | null;
  whyNot: string | null;
  decision: object | null;
}

const start = atParis('2026-11-27', '18:30');

describe('more bookings than seats, by evidence', () => {
  let t: TestApp;
  let staff: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    staff = await aVolunteer(t, {
      displayName: 'Rose Bouleau',
      roles: [{ role: 'coordinator', network: 'solidarity' }],
    });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  /** Past sessions of a course, the latest a week ago: booked and came, as the sheets say. */
  async function courseWith(sessions: number, booked: number, came: number): Promise<string> {
    const courseId = await aCourse(t);
    const crowd = await aCrowd(t, booked);
    for (let i = 0; i < sessions; i++) {
      const startsAt = new Date(start.getTime() - (i + 2) * 7 * 24 * 3_600_000);
      const id = await aSession(t, { courseId, startsAt, capacity: booked });
      const [date] = await t.db.query<{ id: string }>('select id from session_date where session_id = $1', [id]);
      for (const [n, person] of crowd.entries()) {
        const enrolment = await anEnrolment(t, id, person.volunteerId);
        await t.db.query(
          `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at) values ($1, $2, $3, 'closing', $4)`,
          [enrolment, date?.id, n < came ? 'present' : 'absent', startsAt],
        );
      }
    }
    return courseId;
  }
  const advice = async (id: string): Promise<Advice> =>
    (await staff.get<{ overbookingAdvice: Advice }>(ADVICE, { id })).overbookingAdvice;
  const accept = async (id: string, seats: number, reason = 'Forte demande'): Promise<Advice & { reason?: string }> =>
    (await staff.get<{ acceptOverbooking: Advice & { reason?: string } }>(ACCEPT, { id, seats, reason }))
      .acceptOverbooking;

  it('is not guessed without five past sessions', async () => {
    const id = await aSession(t, { courseId: await courseWith(4, 6, 4), startsAt: start, capacity: 6 });
    expect(await advice(id)).toMatchObject({
      seats: null,
      whyNot: 'TOO_FEW_SESSIONS',
      pastSessions: 4,
      decision: null,
    });
    expect(await accept(id, 7)).toMatchObject({
      reason: 'TOO_FEW_SESSIONS',
      message: expect.stringMatching(/5 sessions/),
    });
  });

  it('is accepted within the advice, guards the seats anew, and is explained for ever', async () => {
    const id = await aSession(t, { courseId: await courseWith(6, 10, 6), startsAt: start, capacity: 10 });
    const given = await advice(id);
    expect(given).toMatchObject({ roomSeats: 10, acceptedSeats: 10, showPercent: 60, pastSessions: 6, whyNot: null });
    const { seats, chance } = given;
    if (seats === null) throw new Error('No advice');
    expect(seats).toBeGreaterThan(10);
    expect(chance).toBeGreaterThanOrEqual(95);
    expect(await accept(id, 15 + 1)).toMatchObject({ reason: 'ABOVE_ADVICE' });
    const crowd = await aCrowd(t, seats + 2);
    const waits = [];
    for (const person of crowd.slice(0, 11)) waits.push(await book(person, id));
    expect(waits[10]?.status).toBe('waiting');
    expect(await accept(id, seats)).toMatchObject({
      acceptedSeats: seats,
      decision: { acceptedSeats: seats, chance, pastSessions: 6, reason: 'Forte demande', decidedBy: 'Rose Bouleau' },
    });
    expect((await stateOf(t, waits[10]?.id ?? '')).status).toBe('offered');
    const others = await Promise.all(crowd.slice(11).map((person) => book(person, id)));
    expect(others.filter((b) => b.status === 'enrolled')).toHaveLength(seats - 11);
    const [session] = await t.db.query(
      'select seats_taken as taken, capacity, extra_seats as extra from training_session where id = $1',
      [id],
    );
    expect(session).toEqual({ taken: seats, capacity: 10, extra: seats - 10 });
    expect(await accept(id, 10)).toMatchObject({ reason: 'BELOW_SEATS_TAKEN' });
    const [journal] = await t.db.query(
      `select purpose from audit_entry where action = 'session.overbook' and subject_id = $1`,
      [id],
    );
    expect(journal).toEqual({ purpose: 'Forte demande' });
  });

  it('is taken back as long as nobody holds a seat by it', async () => {
    const id = await aSession(t, { courseId: await courseWith(6, 10, 6), startsAt: start, capacity: 10 });
    await accept(id, 11);
    expect(await accept(id, 10, 'Salle trop étroite')).toMatchObject({
      acceptedSeats: 10,
      decision: { chance: null, reason: 'Salle trop étroite' },
    });
  });

  it('is open to all where the seats are shared between networks', async () => {
    const id = await aSession(t, { courseId: await courseWith(6, 10, 6), startsAt: start, capacity: 10 });
    await staff.get(`mutation($id: ID!) { shareSeats(sessionId: $id, solidarity: 5, climate: 5) { __typename } }`, {
      id,
    });
    const [stranger] = await aCrowd(t, 1);
    await accept(id, 11);
    expect(await book(stranger!, id)).toMatchObject({ status: 'enrolled' });
    expect(await accept(id, 10)).toMatchObject({ reason: 'BELOW_SEATS_TAKEN' });
  });

  describe('is never above what the law lets into a place', () => {
    it('in the advice', async () => {
      const placeId = await aPlace(t);
      await t.db.query('update place set legal_capacity = 11 where id = $1', [placeId]);
      const id = await aSession(t, { courseId: await courseWith(6, 10, 5), startsAt: start, capacity: 10, placeId });
      expect(await advice(id)).toMatchObject({ seats: 11, legalMaximum: 11 });
      expect(await accept(id, 12)).toMatchObject({ reason: 'ABOVE_ADVICE' });
    });

    it('for whoever writes to the base, nor by a place that becomes smaller', async () => {
      const placeId = await aPlace(t, 'Salle des Érables');
      const id = await aSession(t, { startsAt: new Date(Date.now() + 1e9), capacity: 10, placeId });
      const input = { id: placeId, name: 'Salle des Érables', address: '1 rue des Tilleuls' };
      const { errors } = await staff.ask(SAVE_PLACE, { input: { ...input, legalCapacity: 9 } });
      expect(JSON.stringify(errors?.[0]?.extensions)).toMatch(/legalCapacity.*belowSessions/);
      await staff.get(SAVE_PLACE, { input: { ...input, legalCapacity: 10 } });
      const writing = t.db.query('update training_session set extra_seats = 1 where id = $1', [id]);
      expect(await writing.catch(violatedConstraint)).toBe('session_within_legal_maximum');
    });
  });

  it('is asked by who coordinates the session, with a reason and a number that makes sense', async () => {
    const id = await aSession(t, { startsAt: start, capacity: 10 });
    const other = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
    await expect(other.get(ADVICE, { id })).rejects.toThrow(/FORBIDDEN/);
    for (const [variables, field] of [
      [{ id, seats: 9, reason: 'Pourquoi pas' }, 'seats'],
      [{ id, seats: 11, reason: ' x ' }, 'reason'],
    ] as const)
      expect(JSON.stringify((await staff.ask(ACCEPT, variables)).errors?.[0]?.extensions)).toContain(field);
  });
});

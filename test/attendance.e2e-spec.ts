import { atParis } from '#platform/kernel';
import { type Person, TestApp } from './support/app.js';
import { aCrowd, book, cancel, mailsTo, stateOf } from './support/bookings.js';
import { statementsOf } from './support/statements.js';
import { aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const ROW = 'enrolmentId displayName bookingCode status attendance accessNeeds checkedInAt walkIn';
const RESULT = `__typename ... on CheckedIn { already row { ${ROW} } } ... on CheckInRefused { reason message refusedRow: row { ${ROW} } }`;
const CHECK_IN = `mutation($d: ID!, $c: String!, $m: CheckInMethod!) { checkIn(sessionDateId: $d, code: $c, method: $m) { ${RESULT} } }`;
const BY_NAME = `mutation($d: ID!, $e: ID!) { checkInEnrolment(sessionDateId: $d, enrolmentId: $e) { ${RESULT} } }`;
const UNDO = `mutation($d: ID!, $e: ID!) { undoCheckIn(sessionDateId: $d, enrolmentId: $e) { ${RESULT} } }`;
const WALK_IN = `mutation($d: ID!, $i: WalkInInput!) { checkInWalkIn(sessionDateId: $d, input: $i) { ${RESULT} } }`;
const SHEET = `sessionDateId date { startsAt } expected present absent closed rows { ${ROW} } session { course { title } }`;
const READ = `query($s: ID!, $d: ID) { attendanceSheet(sessionId: $s, sessionDateId: $d) { ${SHEET} } }`;
const CLOSE = `mutation($d: ID!) { closeAttendance(sessionDateId: $d) { ${SHEET} } }`;

interface Row {
  enrolmentId: string;
  displayName: string;
  status: string;
  attendance: string | null;
  checkedInAt: string | null;
  walkIn: boolean;
}
type Result = { __typename: string; already?: boolean; row?: Row; reason?: string; refusedRow?: Row | null };
interface Sheet {
  sessionDateId: string;
  expected: number;
  present: number;
  absent: number;
  closed: boolean;
  rows: Row[];
}

const start = atParis('2026-11-27', '18:30');
const hours = (n: number): number => n * 3_600_000;

describe('on the day', () => {
  let t: TestApp;
  let trainer: VolunteerPerson;
  let people: VolunteerPerson[];
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    trainer = await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    people = await aCrowd(t, 6);
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-20', '10:00')));

  interface Door {
    sessionId: string;
    dateId: string;
    bookings: { id: string; bookingCode: string; status: string; person: VolunteerPerson }[];
  }
  /** A session of our trainer with bookings; it is a quarter of an hour before it starts. */
  async function door(seats: number, booked: number, wishes: object = {}): Promise<Door> {
    t.clock.set(atParis('2026-11-20', '10:00'));
    const sessionId = await aSession(t, {
      capacity: seats,
      startsAt: start,
      trainerIds: [trainer.volunteerId],
      ...wishes,
    });
    const bookings: Door['bookings'] = [];
    for (const person of people.slice(0, booked))
      bookings.push({ person, ...(await book(person, sessionId, { confirm: true })) });
    t.clock.set(new Date(start.getTime() - hours(0.25)));
    return { sessionId, dateId: (await sheet(trainer, sessionId)).sessionDateId, bookings };
  }
  const sheet = async (person: Person, s: string, d?: string): Promise<Sheet> =>
    (await person.get<{ attendanceSheet: Sheet }>(READ, { s, d })).attendanceSheet;
  const checkIn = async (d: string, c: string, m = 'code', by: Person = trainer): Promise<Result> =>
    (await by.get<{ checkIn: Result }>(CHECK_IN, { d, c, m })).checkIn;
  const byName = async (d: string, e: string): Promise<Result> =>
    (await trainer.get<{ checkInEnrolment: Result }>(BY_NAME, { d, e })).checkInEnrolment;
  const undo = async (d: string, e: string): Promise<Result> =>
    (await trainer.get<{ undoCheckIn: Result }>(UNDO, { d, e })).undoCheckIn;
  const walkIn = async (d: string, i: object): Promise<Result> =>
    (await trainer.get<{ checkInWalkIn: Result }>(WALK_IN, { d, i })).checkInWalkIn;
  const close = async (d: string): Promise<Sheet> =>
    (await trainer.get<{ closeAttendance: Sheet }>(CLOSE, { d })).closeAttendance;
  const one = <T>(list: readonly T[], i: number): T => {
    const found = list[i];
    if (found === undefined) throw new Error(`Nothing at ${i}`);
    return found;
  };

  it('shows who is expected, by one statement more for each part', async () => {
    const { sessionId } = await door(3, 3);
    expect(await sheet(trainer, sessionId)).toMatchObject({ expected: 3, present: 0, absent: 0, closed: false });
    const statements = await statementsOf(t.db, () => sheet(trainer, sessionId));
    expect(statements.length).toBeLessThanOrEqual(5);
  });

  describe('checks in', () => {
    it('by the QR code of the booking; a second scan shows the same and changes nothing', async () => {
      const { dateId, bookings, sessionId } = await door(3, 2);
      const { person, id } = one(bookings, 0);
      const { myEnrolment } = await person.get<{ myEnrolment: { checkInQr: string } }>(
        'query($id: ID!) { myEnrolment(id: $id) { checkInQr } }',
        { id },
      );
      const qr = myEnrolment.checkInQr;
      const first = await checkIn(dateId, qr, 'qr');
      expect(first).toMatchObject({ already: false, row: { attendance: 'present', enrolmentId: one(bookings, 0).id } });
      t.clock.advance({ minutes: 5 });
      expect(await checkIn(dateId, qr, 'qr')).toEqual({ ...first, already: true });
      expect(await sheet(trainer, sessionId)).toMatchObject({ expected: 2, present: 1, closed: false });
    });

    it('once, when two phones scan at the same time', async () => {
      const { dateId, bookings } = await door(3, 1);
      const results = await Promise.all([1, 2, 3, 4].map(() => checkIn(dateId, one(bookings, 0).bookingCode)));
      expect(results.filter(({ already }) => already === false)).toHaveLength(1);
    });

    it('by the code said or typed, and by name', async () => {
      const { dateId, bookings } = await door(3, 2);
      const code = one(bookings, 0).bookingCode.toLowerCase();
      expect(await checkIn(dateId, `${code.slice(0, 4)} ${code.slice(4)}`)).toMatchObject({ already: false });
      expect(await byName(dateId, one(bookings, 1).id)).toMatchObject({ already: false });
    });

    it('refuses a code that nobody has, and a QR code that somebody made up', async () => {
      const { dateId, bookings } = await door(3, 1);
      for (const code of ['BBBBBBBB', 'x', `VP1:${one(bookings, 0).bookingCode}:AAAAAAAA`])
        expect(await checkIn(dateId, code, 'qr')).toMatchObject({ reason: 'UNKNOWN_CODE', refusedRow: null });
    });

    it('refuses a booking for another session, and one that was cancelled, with its line', async () => {
      const other = await door(3, 1);
      const { dateId, bookings } = await door(3, 2);
      expect(await checkIn(dateId, one(other.bookings, 0).bookingCode)).toMatchObject({ reason: 'OTHER_SESSION' });
      await cancel(one(bookings, 1).person, one(bookings, 1).id);
      expect(await checkIn(dateId, one(bookings, 1).bookingCode)).toMatchObject({
        reason: 'NOT_ENROLLED',
        refusedRow: { status: 'cancelled' },
      });
    });

    it('opens on the day of the session in Paris, and never for one that is cancelled', async () => {
      const { dateId, bookings, sessionId } = await door(3, 1);
      t.clock.set(atParis('2026-11-26', '23:59'));
      expect(await checkIn(dateId, one(bookings, 0).bookingCode)).toMatchObject({ reason: 'NOT_OPEN_YET' });
      t.clock.set(atParis('2026-11-27', '00:01'));
      await t.db.query(
        `update training_session set status = 'cancelled', cancel_reason = 'x', cancelled_at = now() where id = $1`,
        [sessionId],
      );
      expect(await checkIn(dateId, one(bookings, 0).bookingCode)).toMatchObject({ reason: 'SESSION_CANCELLED' });
    });

    it('makes the seat hers that was on offer to her', async () => {
      const { dateId, bookings } = await door(1, 2);
      t.clock.set(new Date(start.getTime() - hours(3)));
      await cancel(one(bookings, 0).person, one(bookings, 0).id);
      t.clock.set(new Date(start.getTime() - hours(1.5)));
      expect(await checkIn(dateId, one(bookings, 1).bookingCode)).toMatchObject({ row: { status: 'enrolled' } });
    });
  });

  describe('corrects', () => {
    it('a check-in by mistake, which the journal keeps', async () => {
      const { dateId, bookings, sessionId } = await door(3, 1);
      const { id } = one(bookings, 0);
      await byName(dateId, id);
      expect(await undo(dateId, id)).toMatchObject({ row: { attendance: null, checkedInAt: null } });
      expect(await sheet(trainer, sessionId)).toMatchObject({ present: 0 });
      await expect(undo(dateId, id)).rejects.toThrow(/NOT_FOUND/);
      const lines = await t.db.query('select action from audit_entry where subject_id = $1', [id]);
      expect(lines).toEqual([{ action: 'attendance.undo' }]);
    });

    it('somebody marked absent who comes late', async () => {
      const { dateId, bookings } = await door(3, 2);
      t.clock.set(new Date(start.getTime() + hours(0.25)));
      expect(await close(dateId)).toMatchObject({ absent: 2, closed: true });
      expect(await byName(dateId, one(bookings, 0).id)).toMatchObject({
        already: false,
        row: { attendance: 'present' },
      });
    });
  });

  it('closing marks everybody absent who did not come, once the session has begun', async () => {
    const { dateId, bookings } = await door(4, 3);
    await byName(dateId, one(bookings, 0).id);
    await expect(close(dateId)).rejects.toThrow(/close/);
    t.clock.set(new Date(start.getTime() + hours(1)));
    expect(await close(dateId)).toMatchObject({ expected: 3, present: 1, absent: 2, closed: true });
    const kept = await t.db.query('select status, method from attendance where enrolment_id = $1', [
      one(bookings, 1).id,
    ]);
    expect(kept).toEqual([{ status: 'absent', method: 'closing' }]);
  });

  describe('people who come without a booking', () => {
    const ahmed = { givenName: 'Ahmed' };

    it('take a free seat with nothing but a first name', async () => {
      const { dateId, sessionId } = await door(3, 1);
      expect(await walkIn(dateId, ahmed)).toMatchObject({
        already: false,
        row: { displayName: 'Ahmed', status: 'enrolled', attendance: 'present', walkIn: true },
      });
      expect(await sheet(trainer, sessionId)).toMatchObject({ expected: 2, present: 1 });
    });

    it('get the seat of somebody marked absent, who is told; nobody gets one that is not there', async () => {
      const { dateId, bookings } = await door(1, 1);
      expect(await walkIn(dateId, ahmed)).toMatchObject({ reason: 'FULL' });
      t.clock.set(new Date(start.getTime() + hours(0.25)));
      await close(dateId);
      expect(await walkIn(dateId, ahmed)).toMatchObject({ row: { status: 'enrolled' } });
      expect((await stateOf(t, one(bookings, 0).id)).status).toBe('removed');
      expect(await mailsTo(t, one(bookings, 0).person.volunteerId)).toContain('enrolment-removed');
      expect(await walkIn(dateId, ahmed)).toMatchObject({ reason: 'FULL' });
      expect(await checkIn(dateId, one(bookings, 0).bookingCode)).toMatchObject({ reason: 'FULL' });
      const strangers = await t.db.query(
        `select 1 from volunteer where display_name = 'Ahmed' and source = 'reception'`,
      );
      expect(strangers).toHaveLength(2);
    });

    it('never overbook, however many come at once', async () => {
      const { dateId } = await door(3, 1);
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, i) => walkIn(dateId, { givenName: `Personne ${i}` })),
      );
      expect(results.filter(({ reason }) => reason === 'FULL')).toHaveLength(8);
    });

    it('are found by their address; the answer is the same as for a stranger', async () => {
      const { dateId } = await door(6, 1);
      const known = await aVolunteer(t, { email: 'connue@exemple.org', displayName: 'Connue' });
      const found = await walkIn(dateId, { ...ahmed, email: 'CONNUE@exemple.org', birthYear: 1980 });
      const stranger = await walkIn(dateId, { ...ahmed, email: 'nouveau@exemple.org', birthYear: 1980 });
      expect(Object.keys(found)).toEqual(Object.keys(stranger));
      const [row] = await t.db.query<{ volunteerId: string }>(
        'select volunteer_id as "volunteerId" from enrolment where id = $1',
        [found.row?.enrolmentId],
      );
      expect(row?.volunteerId).toBe(known.volunteerId);
      expect(await walkIn(dateId, { ...ahmed, email: 'connue@exemple.org' })).toMatchObject({ already: true });
    });

    it('who wait on the list try their luck at the door with all others', async () => {
      const { dateId, bookings } = await door(1, 2);
      await cancel(one(bookings, 0).person, one(bookings, 0).id);
      expect((await stateOf(t, one(bookings, 1).id)).status).toBe('waiting');
      expect(await checkIn(dateId, one(bookings, 1).bookingCode)).toMatchObject({ row: { status: 'enrolled' } });
    });

    it('have to wait while the list still makes offers, and to be old enough', async () => {
      const { dateId } = await door(3, 1);
      await expect(walkIn(dateId, { ...ahmed, birthYear: 2015 })).rejects.toThrow(/oldEnough/);
      await expect(walkIn(dateId, { givenName: ' ' })).rejects.toThrow(/BAD_USER_INPUT/);
      t.clock.set(new Date(start.getTime() - hours(3)));
      expect(await walkIn(dateId, ahmed)).toMatchObject({ reason: 'NOT_OPEN_YET' });
    });

    it('leave no booking behind when they were checked in by mistake', async () => {
      const { dateId, sessionId } = await door(1, 0);
      const { row } = await walkIn(dateId, ahmed);
      expect(await undo(dateId, row?.enrolmentId ?? '')).toMatchObject({ row: { status: 'removed' } });
      expect(await sheet(trainer, sessionId)).toMatchObject({ expected: 0, rows: [] });
    });
  });

  describe('keeps each date of a session apart', () => {
    it('and shows that of today, else the next, else the last', async () => {
      const { sessionId, dateId, bookings } = await door(3, 1, { furtherDates: [atParis('2026-12-04', '18:30')] });
      await byName(dateId, one(bookings, 0).id);
      t.clock.set(atParis('2026-11-30', '10:00'));
      const next = await sheet(trainer, sessionId);
      expect(next.sessionDateId).not.toBe(dateId);
      expect(next).toMatchObject({ present: 0 });
      t.clock.set(atParis('2027-01-10', '10:00'));
      expect((await sheet(trainer, sessionId)).sessionDateId).toBe(next.sessionDateId);
      expect(await sheet(trainer, sessionId, dateId)).toMatchObject({ present: 1 });
    });

    it('and refuses the date of another session', async () => {
      const [a, b] = [await door(3, 0), await door(3, 0)];
      await expect(sheet(trainer, a.sessionId, b.dateId)).rejects.toThrow(/NOT_FOUND/);
    });
  });

  it('is for the trainers of the session and the coordinators of its networks alone', async () => {
    const { sessionId, dateId, bookings } = await door(3, 1);
    const others = [
      await aVolunteer(t, { roles: [{ role: 'trainer' }] }),
      await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] }),
      await aVolunteer(t),
    ];
    for (const person of others) {
      await expect(sheet(person, sessionId)).rejects.toThrow(/FORBIDDEN/);
      await expect(checkIn(dateId, one(bookings, 0).bookingCode, 'code', person)).rejects.toThrow(/FORBIDDEN/);
    }
    const coordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
    expect(await checkIn(dateId, one(bookings, 0).bookingCode, 'code', coordinator)).toMatchObject({ already: false });
  });

  it('knows the right day when the clocks change', async () => {
    const morning = atParis('2026-10-25', '10:00');
    t.clock.set(atParis('2026-10-20', '10:00'));
    const sessionId = await aSession(t, { startsAt: morning, trainerIds: [trainer.volunteerId] });
    const { bookingCode } = await book(one(people, 0), sessionId, { confirm: true });
    const { sessionDateId } = await sheet(trainer, sessionId);
    t.clock.set(new Date('2026-10-24T21:59:00Z'));
    expect(await checkIn(sessionDateId, bookingCode)).toMatchObject({ reason: 'NOT_OPEN_YET' });
    t.clock.set(new Date('2026-10-24T22:01:00Z'));
    expect(await checkIn(sessionDateId, bookingCode)).toMatchObject({ already: false });
  });
});

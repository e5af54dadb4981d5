import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import request from 'supertest';
import { publishConsentTexts } from '#lib/volunteers';
import { Jobs } from '#platform/jobs';
import { atParis } from '#platform/kernel';
import { type Person, TestApp } from './support/app.js';
import { aCrowd, book, cancel, tap } from './support/bookings.js';
import { aCourse, anEnrolment, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const SIDE = 'id displayName hasAccount bookings';
const LIST = `{ duplicates { score reasons first { ${SIDE} } second { ${SIDE} } } }`;
const COMPARE = `mutation($k: ID!, $g: ID!) { compareProfiles(keptId: $k, goneId: $g) { kept { ${SIDE} } gone { ${SIDE} }
  fields { field kept gone takesGone } moves { title count } clashes refusal } }`;
const MERGE = `mutation($input: MergeInput!) { mergeProfiles(input: $input) { __typename
  ... on ProfilesMerged { volunteerId } ... on MergeRefused { reason message } } }`;
const DECIDE = `mutation($a: ID!, $b: ID!, $d: Boolean!) { decideDuplicate(firstId: $a, secondId: $b, different: $d) }`;

interface Comparison {
  fields: { field: string; kept: string | null; gone: string | null; takesGone: boolean }[];
  moves: { title: string; count: number }[];
  clashes: string[];
  refusal: string | null;
}
interface Listed {
  duplicates: { score: number; reasons: string[]; first: { id: string }; second: { id: string } }[];
}

const start = atParis('2026-11-27', '18:30');

describe('two profiles of one person', () => {
  let t: TestApp;
  let staff: VolunteerPerson;
  let admin: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    await publishConsentTexts(t.db);
    staff = await aVolunteer(t, { displayName: 'Noé', roles: [{ role: 'coordinator', network: 'climate' }] });
    admin = await aVolunteer(t, { displayName: 'Inès', roles: [{ role: 'admin' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  interface Known {
    givenName?: string;
    familyName?: string | null;
    phone?: string | null;
    birthYear?: number | null;
    email?: string;
  }
  async function somebody({ givenName = 'Lina', familyName = null, phone = null, ...known }: Known = {}) {
    const person = await aVolunteer(t, { displayName: givenName, ...known });
    await t.db.query('update contact set given_name = $2, family_name = $3, phone = $4 where volunteer_id = $1', [
      person.volunteerId,
      givenName,
      familyName,
      phone,
    ]);
    return person;
  }

  const merge = async (by: Person, keptId: string, goneId: string, choices: object[] = []) =>
    (
      await by.get<{ mergeProfiles: { __typename: string; reason?: string } }>(MERGE, {
        input: { keptId, goneId, choices },
      })
    ).mergeProfiles;

  const compare = async (by: Person, k: string, g: string): Promise<Comparison> =>
    (await by.get<{ compareProfiles: Comparison }>(COMPARE, { k, g })).compareProfiles;

  const consent = async (volunteerId: string, purpose: string, givenAt: Date, withdrawnAt: Date | null = null) => {
    const [row] = await t.db.query<{ id: string }>(
      `insert into consent (volunteer_id, purpose, version, locale, given_at, withdrawn_at, source)
       select $1, purpose, version, locale, $3, $4, 'site' from consent_text where purpose = $2 and locale = 'fr' limit 1
       returning id`,
      [volunteerId, purpose, givenAt, withdrawnAt],
    );
    return row!.id;
  };

  describe('are found', () => {
    const found = async (...ids: string[]): Promise<{ score: number; reasons: string[] }[]> => {
      const { duplicates } = await staff.get<Listed>(LIST);
      return duplicates
        .filter(({ first, second }) => ids.includes(first.id) && ids.includes(second.id))
        .map(({ score, reasons }) => ({ score, reasons }));
    };

    it('by the same names in another order, accents, slips of the keyboard, telephone and mailbox', async () => {
      const one = await somebody({ givenName: 'Éloïse', familyName: 'Du Pont', birthYear: 1981 });
      const other = await somebody({ givenName: 'du-pont', familyName: 'Eloise', birthYear: 1981 });
      const slip = await somebody({ givenName: 'Bérénice', familyName: 'Montfermeil', birthYear: 1975 });
      const slipped = await somebody({ givenName: 'Bérénise', familyName: 'Montfermeil', birthYear: 1975 });
      const both = { familyName: 'Tilleul', phone: '+33612000001', birthYear: null };
      const phone = await somebody({ givenName: 'Cléo', ...both });
      const samePhone = await somebody({ givenName: 'Cleo', ...both });
      const mail = await somebody({
        givenName: 'Zoé',
        familyName: 'Ormeau',
        birthYear: 1990,
        email: 'zoe.ormeau@gmail.com',
      });
      const variant = await somebody({ givenName: 'Z', birthYear: 1990, email: 'zoeormeau+ville@gmail.com' });
      const stranger = await somebody({ givenName: 'Éloïse', familyName: 'Du Pont', birthYear: 1999 });
      await t.app.get(Jobs).runNow('duplicates.find');
      expect(await found(one.volunteerId, other.volunteerId)).toEqual([{ score: 65, reasons: ['name', 'birth_year'] }]);
      expect(await found(slip.volunteerId, slipped.volunteerId)).toEqual([
        { score: 60, reasons: ['similar_name', 'birth_year'] },
      ]);
      expect(await found(phone.volunteerId, samePhone.volunteerId)).toEqual([
        { score: 75, reasons: ['name', 'phone'] },
      ]);
      expect(await found(mail.volunteerId, variant.volunteerId)).toEqual([
        { score: 70, reasons: ['email_variant', 'birth_year'] },
      ]);
      expect(await found(one.volunteerId, stranger.volunteerId)).toEqual([]);
    });

    it('once, and not again when somebody has said that they are two people', async () => {
      const [a, b] = [
        await somebody({ givenName: 'Ana', familyName: 'Charme', birthYear: 1960 }),
        await somebody({ givenName: 'Ana', familyName: 'Charme', birthYear: 1960 }),
      ];
      const ids = [a.volunteerId, b.volunteerId] as const;
      const find = () => t.app.get(Jobs).runNow('duplicates.find');
      await find();
      expect(await found(...ids)).toHaveLength(1);
      await staff.get(DECIDE, { a: ids[1], b: ids[0], d: true });
      await find();
      expect(await found(...ids)).toEqual([]);
      await staff.get(DECIDE, { a: ids[0], b: ids[1], d: false });
      expect(await found(...ids)).toHaveLength(1);
      await t.db.query('update contact set birth_year = 1900 where volunteer_id = $1', [ids[0]]);
      await find();
      expect(await found(...ids)).toEqual([]);
    });
  });

  it('are compared first: what each says, what moves, what clashes; both people see that it was read', async () => {
    const kept = await somebody({ givenName: 'Marthe', familyName: null, phone: null });
    const gone = await somebody({ givenName: 'Marthe', familyName: 'Aulne', phone: '+33612000002' });
    const sessionId = await aSession(t, { startsAt: start });
    await book(kept, sessionId);
    await book(gone, sessionId);
    await book(gone, await aSession(t, { startsAt: atParis('2026-12-03', '18:30') }));
    await consent(kept.volunteerId, 'terms', start);
    await consent(gone.volunteerId, 'terms', start);
    const seen = await compare(staff, kept.volunteerId, gone.volunteerId);
    expect(seen.fields).toContainEqual({ field: 'familyName', kept: null, gone: 'Aulne', takesGone: true });
    expect(seen.fields.find(({ field }) => field === 'email')?.takesGone).toBe(false);
    expect(seen.moves).toContainEqual({ title: expect.stringMatching(/./) as string, count: 2 });
    for (const words of ['Aller vers', 'conditions d’utilisation', 'Deux comptes'])
      expect(seen.clashes.join(' ')).toContain(words);
    expect(seen.refusal).toBeNull();
    for (const person of [kept, gone]) {
      const { myContactReadings } = await person.get<{ myContactReadings: { purpose: string }[] }>(
        '{ myContactReadings { purpose } }',
      );
      expect(myContactReadings[0]?.purpose).toContain('Comparer deux profils');
    }
  });

  it('become one: the better booking, the newer consent, the chosen values; old calendar, journal and code go on', async () => {
    const kept = await somebody({ givenName: 'Basile', birthYear: 1990 });
    const gone = await somebody({ givenName: 'Basil', familyName: 'Frêne', phone: '+33612000003' });
    const [waiter] = await aCrowd(t, 1);
    const full = await aSession(t, { startsAt: start, capacity: 2 });
    const mine = await book(gone, full);
    await book(kept, full);
    const queued = await book(waiter!, full);
    expect(queued.status).toBe('waiting');
    const older = await consent(kept.volunteerId, 'terms', atParis('2026-01-01', '10:00'));
    const newer = await consent(gone.volunteerId, 'terms', atParis('2026-06-01', '10:00'));
    const { myAgenda } = await gone.get<{ myAgenda: { calendarUrl: string } }>('{ myAgenda { calendarUrl } }');
    await compare(staff, kept.volunteerId, gone.volunteerId);

    const choices = [{ field: 'givenName', takesGone: true }];
    expect((await merge(staff, kept.volunteerId, gone.volunteerId, choices)).__typename).toBe('ProfilesMerged');
    await t.jobs({ mayFail: true });

    const [contact] = await t.db.query('select given_name, family_name, phone from contact where volunteer_id = $1', [
      kept.volunteerId,
    ]);
    expect(contact).toEqual({ given_name: 'Basil', family_name: 'Frêne', phone: '+33612000003' });
    const bookings = await t.db.query<{ id: string; status: string; volunteer_id: string }>(
      `select id, status, volunteer_id from enrolment where session_id = $1 order by queue_no`,
      [full],
    );
    expect(bookings.map(({ status }) => status)).toEqual(['enrolled', 'cancelled', 'offered']);
    expect(bookings[0]).toEqual({ id: mine.id, status: 'enrolled', volunteer_id: kept.volunteerId });
    const consents = await t.db.query<{ id: string; ended: boolean }>(
      `select id, withdrawn_at is not null as ended from consent where volunteer_id = $1 order by given_at`,
      [kept.volunteerId],
    );
    expect(consents).toEqual([
      { id: older, ended: true },
      { id: newer, ended: false },
    ]);

    const { text } = await request(t.server).get(new URL(myAgenda.calendarUrl).pathname);
    expect(text).toContain('BEGIN:VEVENT');
    const { myContactReadings } = await kept.get<{ myContactReadings: unknown[] }>('{ myContactReadings { purpose } }');
    expect(myContactReadings).toHaveLength(2);
    expect(await gone.get('{ viewer { accountId } }')).toEqual({ viewer: null });
    expect(await t.db.query('select 1 from volunteer where id = $1', [gone.volunteerId])).toEqual([]);
    expect(
      (await merge(admin, kept.volunteerId, gone.volunteerId).catch((error: Error) => error.message)) as string,
    ).toMatch(/NOT_FOUND/);
  });

  it('are not merged when one holds a role, is the reader’s own, is out of reach or asked to be erased', async () => {
    const person = await somebody();
    const trainer = await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    expect(await merge(staff, person.volunteerId, trainer.volunteerId)).toMatchObject({ reason: 'STAFF' });
    expect(await merge(staff, person.volunteerId, person.volunteerId)).toMatchObject({ reason: 'SAME_PROFILE' });
    expect(await merge(staff, staff.volunteerId, person.volunteerId)).toMatchObject({ reason: 'YOUR_OWN' });
    const far = await somebody();
    await t.db.query('update membership set left_at = now() where volunteer_id = $1', [far.volunteerId]);
    const input = { keptId: person.volunteerId, goneId: far.volunteerId, choices: [] };
    expect((await staff.ask(MERGE, { input })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    await t.db.query(`insert into pending_erasure (volunteer_id, cause, asked_at) values ($1, 'inactive', now())`, [
      far.volunteerId,
    ]);
    expect(await merge(admin, person.volunteerId, far.volunteerId)).toMatchObject({ reason: 'BEING_ERASED' });
    expect((await person.ask(LIST)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('lose no enrolment, presence, consent or certificate, whatever both have (random pairs)', async () => {
    const courses = await Promise.all([aCourse(t), aCourse(t)]);
    const sessions: { id: string; courseId: string; dateId: string }[] = [];
    for (const [i, startsAt] of [start, atParis('2026-10-02', '18:30'), atParis('2026-12-05', '10:00')].entries()) {
      const courseId = courses[i % 2]!;
      const id = await aSession(t, { courseId, startsAt, capacity: 400 });
      const [date] = await t.db.query<{ id: string }>('select id from session_date where session_id = $1', [id]);
      sessions.push({ id, courseId, dateId: date!.id });
    }
    const aBooking = fc.record({
      session: fc.nat({ max: sessions.length - 1 }),
      status: fc.constantFrom('waiting' as const, 'enrolled' as const, 'cancelled' as const),
      presence: fc.constantFrom('present', 'absent', null),
      certified: fc.boolean(),
    });
    const aConsent = fc.record({
      purpose: fc.constantFrom('terms', 'network:climate', 'contact-by-phone'),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const aLife = fc.record({
      bookings: fc.uniqueArray(aBooking, { maxLength: 3, selector: ({ session }) => session }),
      consents: fc.uniqueArray(aConsent, { maxLength: 3, selector: ({ purpose }) => purpose }),
    });
    type Life = typeof aLife extends fc.Arbitrary<infer L> ? L : never;
    const live = async ({ bookings, consents }: Life) => {
      const { volunteerId } = await somebody();
      for (const { session, status, presence, certified } of bookings) {
        const { id, courseId, dateId } = sessions[session]!;
        const enrolment = await anEnrolment(t, id, volunteerId, status);
        if (presence)
          await t.db.query(
            `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at) values ($1, $2, $3, 'name', now())`,
            [enrolment, dateId, presence],
          );
        if (certified)
          await t.db.query(
            `insert into certificate (code, volunteer_id, enrolment_id, course_id, course_title, course_summary,
               course_locale, networks, dates, minutes, issued_at)
             values (translate(upper(left(replace($1::text, '-', ''), 12)), 'ILOU', '1100'), $2, $3, $4, 'Cours', '', 'fr', '{climate}', '[]', 60, now())`,
            [randomUUID(), volunteerId, enrolment, courseId],
          );
      }
      for (const { purpose, day } of consents)
        await consent(volunteerId, purpose, atParis(`2026-05-${String(day).padStart(2, '0')}`, '10:00'));
      return volunteerId;
    };
    const belongings = async (ids: string[]) => {
      const ask = async (sql: string) => (await t.db.query<{ id: string }>(sql, [ids])).map(({ id }) => id);
      return {
        enrolments: await ask('select id from enrolment where volunteer_id = any($1) order by 1'),
        attendances: (
          await ask(`select a.status || a.recorded_at as id from attendance a join enrolment e on e.id = a.enrolment_id
                      where e.volunteer_id = any($1) order by 1`)
        ).length,
        consents: await ask('select id from consent where volunteer_id = any($1) order by 1'),
        certificates: await ask('select id from certificate where volunteer_id = any($1) order by 1'),
      };
    };
    await fc.assert(
      fc.asyncProperty(aLife, aLife, async (one, other) => {
        const [keptId, goneId] = [await live(one), await live(other)];
        const before = await belongings([keptId, goneId]);
        expect((await merge(admin, keptId, goneId)).__typename).toBe('ProfilesMerged');
        expect(await belongings([keptId])).toEqual(before);
        const doubled = await t.db.query(
          `select 1 from enrolment where volunteer_id = $1 and status in ('waiting', 'offered', 'enrolled')
            group by session_id having count(*) > 1
           union all
           select 1 from consent where volunteer_id = $1 and withdrawn_at is null group by purpose having count(*) > 1`,
          [keptId],
        );
        expect(doubled).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('are merged twenty at once while others book and cancel: no seat is lost, nobody fails', async () => {
    const sessions = await Promise.all([1, 2, 3].map(() => aSession(t, { startsAt: start, capacity: 15 })));
    const people = await aCrowd(t, 40);
    const others = await aCrowd(t, 20);
    await Promise.all(people.map((person, i) => tap(person, sessions[i % 3]!)));
    const held = await Promise.all(others.slice(0, 10).map((person) => tap(person, sessions[0]!)));
    const work = [
      ...Array.from(
        { length: 20 },
        (_, i) => () => merge(admin, people[2 * i]!.volunteerId, people[2 * i + 1]!.volunteerId),
      ),
      ...others.map((person, i) => () => tap(person, sessions[1 + (i % 2)]!)),
      ...held.flatMap((booking, i) => ('id' in booking ? [() => cancel(others[i]!, booking.id)] : [])),
    ];
    const done = await Promise.allSettled(work.map((act) => act()));
    expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
    await t.jobs({ mayFail: true });
    const counts = await t.db.query<{ taken: number; rows: number }>(
      `select s.seats_taken as taken, (select count(*)::int from enrolment e
               where e.session_id = s.id and e.status in ('enrolled', 'offered')) as rows
         from training_session s where s.id = any($1)`,
      [sessions],
    );
    for (const { taken, rows } of counts) expect(taken).toBe(rows);
    const idle = await t.db.query(
      `select s.id from training_session s where s.id = any($1) and s.seats_taken < s.capacity
          and exists (select 1 from enrolment w where w.session_id = s.id and w.status = 'waiting')`,
      [sessions],
    );
    expect(idle).toEqual([]);
  }, 60_000);
});

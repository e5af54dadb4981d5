import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import { Eraser, ErasureJobs, PersonalRegistry, PersonFinder } from '#platform/privacy';
import type { Person } from './support/app.js';
import { TestApp } from './support/app.js';
import { answer, book, bookFor, stateOf, tap } from './support/bookings.js';
import { capturedOutput } from './support/output.js';
import { PostOffice } from './support/post-office.js';
import { filesWith, tracesIn } from './support/traces.js';
import { aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const ASK = 'mutation { askErasure { __typename ... on ErasureAsked { codeSent } ... on ErasureRefused { reason } } }';
const CONFIRM = `mutation($code: String) { confirmErasure(code: $code) { __typename
  ... on ErasureUnderWay { isConfirmed dueAt } ... on ErasureRefused { reason message } } }`;
const WITHDRAW = 'mutation { withdrawErasure }';
const PENDING = '{ myData { erasure { isConfirmed dueAt } } }';

const NAME = 'Zénobie Quintefeuille';
const EMAIL = 'zenobie.quintefeuille@exemple.org';
const PHONE = '+33698765432';
const DAY = 86_400_000;

interface Confirmed {
  confirmErasure: { __typename: string; reason?: string; message?: string; dueAt?: string };
}

jest.setTimeout(60_000);

/** Signs in anew, asks, and reads the code in the mail that arrived. */
async function askFor(t: TestApp, office: PostOffice, email: string): Promise<[Person, string]> {
  const person = await t.signIn(email);
  expect(await person.get(ASK)).toMatchObject({ askErasure: { codeSent: true } });
  await t.jobs();
  const codes = office.arrived.filter(({ mail }) => mail.subject === 'Votre code pour effacer votre compte');
  const hers = codes.findLast(({ raw }) => raw.includes(email));
  return [person, /\b\d{6}\b/.exec(hers?.mail.text ?? '')?.[0] ?? ''];
}

async function confirmed(t: TestApp, office: PostOffice, email: string): Promise<Person> {
  const [person, code] = await askFor(t, office, email);
  expect(await person.get<Confirmed>(CONFIRM, { code })).toMatchObject({ confirmErasure: { isConfirmed: true } });
  return person;
}

describe('erasure', () => {
  let t: TestApp;
  let office: PostOffice;
  let folder: string;
  const output = capturedOutput();
  const start = new Date('2026-03-02T09:00:00Z');
  const inDays = (days: number): Date => new Date(start.getTime() + days * DAY);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'erasure-'));
    office = await PostOffice.open();
    t = await TestApp.start({ smtpUrl: office.url, dataDir: folder, logLevel: 'verbose' });
    t.clock.set(start);
  });
  afterAll(async () => {
    output.end();
    await t.close();
    await office.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => t.clock.set(start));

  describe('a wish', () => {
    it('is confirmed by the code of the mail alone, and waits fourteen days', async () => {
      await aVolunteer(t, { email: 'hesite@exemple.org' });
      const [person, code] = await askFor(t, office, 'hesite@exemple.org');
      const wrong = code === '000000' ? '111111' : '000000';
      expect(await person.get<Confirmed>(CONFIRM, { code: wrong })).toMatchObject({
        confirmErasure: { reason: 'WRONG_CODE' },
      });
      expect(await person.get<Confirmed>(CONFIRM, { code: null })).toMatchObject({
        confirmErasure: { reason: 'WRONG_CODE' },
      });
      const { confirmErasure } = await person.get<Confirmed>(CONFIRM, { code: ` ${code} ` });
      expect(new Date(confirmErasure.dueAt ?? '').getTime() - t.clock.now().getTime()).toBeGreaterThan(13.9 * DAY);
      await t.jobs();
      expect(office.arrived.at(-1)?.mail.subject).toBe('Vos données seront effacées dans 14 jours');
    });

    it('is taken back by any sign-in, and then nothing goes', async () => {
      const hesitant = await aVolunteer(t, { email: 'revient@exemple.org' });
      await confirmed(t, office, 'revient@exemple.org');
      t.clock.set(inDays(13));
      const back = await t.signIn('revient@exemple.org');
      expect(await back.get(WITHDRAW)).toEqual({ withdrawErasure: true });
      expect(await back.get(PENDING)).toEqual({ myData: { erasure: null } });
      t.clock.set(inDays(20));
      await t.jobs();
      expect(await t.db.query('select 1 from volunteer where id = $1', [hesitant.volunteerId])).toHaveLength(1);
    });

    it('gives up after five wrong codes, and refuses a spent one after ten minutes', async () => {
      await aVolunteer(t, { email: 'devine@exemple.org' });
      const [person, code] = await askFor(t, office, 'devine@exemple.org');
      const wrong = code === '000000' ? '111111' : '000000';
      for (let i = 0; i < 5; i++) await person.get(CONFIRM, { code: wrong });
      expect(await person.get<Confirmed>(CONFIRM, { code })).toMatchObject({
        confirmErasure: { reason: 'TOO_MANY_ATTEMPTS' },
      });
      expect((await person.ask(ASK)).errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
      await aVolunteer(t, { email: 'tarde@exemple.org' });
      const [late, lateCode] = await askFor(t, office, 'tarde@exemple.org');
      t.clock.set(new Date(start.getTime() + 11 * 60_000));
      expect(await late.get<Confirmed>(CONFIRM, { code: lateCode })).toMatchObject({
        confirmErasure: { reason: 'CODE_EXPIRED' },
      });
    });

    it('needs a fresh sign-in, and leaves the last administrator in place', async () => {
      const old = await aVolunteer(t);
      t.clock.set(new Date(start.getTime() + 31 * 60_000));
      expect(await old.get(ASK)).toEqual({ askErasure: { __typename: 'ErasureRefused', reason: 'SIGN_IN_AGAIN' } });
      const admin = await t.signIn('seule-admin@exemple.org', [{ role: 'admin' }]);
      expect(await admin.get(ASK)).toEqual({ askErasure: { __typename: 'ErasureRefused', reason: 'LAST_ADMIN' } });
      await t.signIn('autre-admin@exemple.org', [{ role: 'admin' }]);
      expect(await admin.get(ASK)).toMatchObject({ askErasure: { codeSent: true } });
    });

    it('gives up at once the seats of sessions after the day, and those before only on the day', async () => {
      const leaver = await aVolunteer(t, { email: 'places@exemple.org' });
      const waiting = await aVolunteer(t, { email: 'attend@exemple.org' });
      const soon = await aSession(t, { capacity: 1, startsAt: inDays(7) });
      const later = await aSession(t, { capacity: 1, startsAt: inDays(30) });
      const kept = await book(leaver, soon);
      const given = await book(leaver, later);
      const passedOn = await book(waiting, later);
      expect(passedOn.status).toBe('waiting');
      await confirmed(t, office, 'places@exemple.org');
      expect(await stateOf(t, kept.id)).toMatchObject({ status: 'enrolled' });
      expect(await stateOf(t, given.id)).toMatchObject({ status: 'cancelled' });
      expect(await stateOf(t, passedOn.id)).toMatchObject({ status: 'offered' });
    });
  });

  it('leaves no trace of a person in any table, queue, file or log, but for what stays by a legal reason', async () => {
    // Somebody who has done all there is to do.
    const zenobie = await aVolunteer(t, { email: EMAIL, displayName: NAME });
    const { volunteerId } = zenobie;
    await zenobie.get('mutation($input: ContactInput!) { updateContact(input: $input) { phone } }', {
      input: { givenName: 'Zénobie', familyName: 'Quintefeuille', phone: PHONE, birthYear: 1990 },
    });
    await zenobie.get('mutation($consent: ConsentGivenInput!) { giveConsent(consent: $consent) { purpose } }', {
      consent: { purpose: 'terms', version: 1 },
    });
    const staff = await aVolunteer(t, {
      email: 'coordination@exemple.org',
      roles: [{ role: 'coordinator', network: 'solidarity' }],
    });
    const past = await aSession(t, { startsAt: inDays(1), hours: 2 });
    const soon = await aSession(t, { startsAt: inDays(9) });
    const later = await aSession(t, { capacity: 1, startsAt: inDays(40) });
    const full = await aSession(t, { capacity: 1, startsAt: inDays(50) });
    const attended = await book(zenobie, past);
    await book(zenobie, soon);
    await bookFor(staff, later, volunteerId);
    await book(staff, full);
    expect((await book(zenobie, full)).status).toBe('waiting');
    await tap(zenobie, full);
    await staff.get(
      'mutation($id: ID!, $purpose: String!) { readContact(volunteerId: $id, purpose: $purpose) { phone } }',
      { id: volunteerId, purpose: `Appeler ${NAME} au ${PHONE}` },
    );
    const imported = await request(t.server)
      .post('/imports/volunteers?network=solidarity&name=liste.csv')
      .set('cookie', staff.cookie ?? '')
      .set('content-type', 'text/csv')
      .set('x-requested-with', 'fetch')
      .send(`prénom;nom;e-mail;téléphone\nZénobie;Quintefeuille;${EMAIL};${PHONE}\n`);
    expect(imported.status).toBe(200);
    // A mail that cannot leave names her address in its fault.
    office.meet({ code: 550, text: `<${EMAIL}> no such user` });
    await t.jobs({ mayFail: true });
    // Somebody who works for the city also acts in her own name.
    const [account] = await t.db.query<{ id: string }>('select id from account where email = $1', [EMAIL]);
    const accountId = account?.id ?? '';
    const ids = await idsOf(volunteerId, accountId);
    t.clock.set(inDays(1));
    await t.db.query(
      `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
       select $1, id, 'present', 'name', $3 from session_date where session_id = $2`,
      [attended.id, past, t.clock.now()],
    );
    const totals = await totalsOf(past);

    const marks = [NAME, 'Quintefeuille', EMAIL, PHONE, volunteerId, accountId];
    const before = await tracesIn(t, marks);
    expect(new Set(before.map(({ mark }) => mark))).toEqual(new Set(marks));
    expect(before.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['public.account', 'public.audit_entry', 'public.contact', 'public.mail']),
    );

    await confirmed(t, office, EMAIL);
    t.clock.set(inDays(15.1));
    office.empty();
    await t.jobs({ mayFail: true });

    expect(office.arrived.map(({ mail }) => mail.subject)).toContain('Vos données sont effacées');
    expect(await tracesIn(t, marks)).toEqual([]);
    expect(await filesWith(folder, marks)).toEqual([]);
    expect(marks.filter((mark) => output.text().toLowerCase().includes(mark.toLowerCase()))).toEqual([]);

    // What of her rows is still there, by their own ids, is what the declarations keep, each with its legal reason.
    const kept = new Set(
      t.app
        .get(PersonalRegistry)
        .tables.filter(({ erasure }) => 'because' in erasure)
        .map(({ table }) => `public.${table}`),
    );
    const left = await tracesIn(t, ids);
    expect(left.map(({ table }) => table).filter((table) => !kept.has(table))).toEqual([]);
    expect(left.map(({ table }) => table)).toEqual(expect.arrayContaining(['public.enrolment', 'public.attendance']));
    expect(await totalsOf(past)).toEqual(totals);
    expect(
      await t.db.query('select cause from erasure where volunteer_pseudonym = pseudonym_of($1)', [volunteerId]),
    ).toEqual([{ cause: 'asked' }]);
    expect((await zenobie.ask(PENDING)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  async function idsOf(volunteerId: string, accountId: string): Promise<string[]> {
    const ids: string[] = [];
    for (const { table, belongsTo } of t.app.get(PersonalRegistry).tables) {
      const [hasId] = await t.db.query(
        `select 1 from information_schema.columns where table_name = $1 and column_name = 'id' and data_type = 'uuid'`,
        [table],
      );
      if (!hasId) continue;
      const rows = await t.db.query<{ id: string }>(
        `select id from ${table} where ($1::uuid is null or $2::uuid is null or $3::citext[] is null or true) and (${belongsTo})`,
        [volunteerId, accountId, [EMAIL]],
      );
      ids.push(...rows.map(({ id }) => id));
    }
    return ids.filter((id) => id !== volunteerId && id !== accountId);
  }

  /** Figures of a session: seats, enrolled, present. */
  const totalsOf = (sessionId: string): Promise<unknown> =>
    t.db.query(
      `select s.seats_taken, count(e.id)::int as enrolled, count(a.enrolment_id)::int as present
         from training_session s join enrolment e on e.session_id = s.id and e.status = 'enrolled'
         left join attendance a on a.enrolment_id = e.id and a.status = 'present'
        where s.id = $1 group by s.seats_taken`,
      [sessionId],
    );

  it('of somebody who works for the city leaves what she did, under one pseudonym', async () => {
    const staff = await aVolunteer(t, {
      email: 'partante@exemple.org',
      roles: [{ role: 'coordinator', network: 'climate' }],
    });
    const other = await aVolunteer(t, { email: 'lue@exemple.org' });
    const READ = 'mutation($id: ID!) { readContact(volunteerId: $id, purpose: "Changement de salle") { phone } }';
    await staff.get(READ, { id: other.volunteerId });
    const person = await t.app.get(PersonFinder).byVolunteer(staff.volunteerId);
    await t.app.get(Eraser).erase(person!, 'operator');
    const lines = await t.db.query<{ actor_label: string; actor_account_id: string | null; purpose: string }>(
      `select actor_label, actor_account_id, purpose from audit_entry where volunteer_id = $1 and action = 'contact.read'`,
      [other.volunteerId],
    );
    expect(lines).toEqual([
      {
        actor_label: expect.stringMatching(/^coordinator climate erased:[0-9a-f]{32}$/) as string,
        actor_account_id: null,
        purpose: 'Changement de salle',
      },
    ]);
  });

  it('keeps the journal closed to every other change', async () => {
    await aVolunteer(t, { roles: [{ role: 'trainer' }] });
    const changes = [
      `update audit_entry set action = 'x'`,
      `delete from audit_entry`,
      `update audit_entry set volunteer_id = null, purpose = null`,
      // Not even on the way of the erasure may a line say something else.
      `select set_config('journal.way', 'erase', true); update audit_entry set action = 'x'`,
      `select set_config('journal.way', 'erase', true); update audit_entry set purpose = 'y', details = '{"a": 1}'`,
      `select set_config('journal.way', 'erase', true); delete from audit_entry`,
    ];
    for (const sql of changes)
      await expect(
        t.db.transaction(async () => {
          for (const one of sql.split('; ')) await t.db.query(one);
        }),
      ).rejects.toThrow('append-only');
  });

  it('is all or nothing: what fails half-way leaves everything as it was', async () => {
    const lucky = await aVolunteer(t, { email: 'demi@exemple.org', displayName: 'Demi Mesure' });
    const person = await t.app.get(PersonFinder).byVolunteer(lucky.volunteerId);
    await t.db.query(
      `create function no_erasure() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await t.db.query('create trigger no_erasure before insert on erasure for each row execute function no_erasure()');
    await expect(t.app.get(Eraser).erase(person!, 'operator')).rejects.toThrow('no');
    await t.db.query('drop trigger no_erasure on erasure; drop function no_erasure()');
    expect(await tracesIn(t, ['demi@exemple.org'])).not.toEqual([]);
    await t.app.get(Eraser).erase(person!, 'operator');
    expect(await tracesIn(t, ['demi@exemple.org', 'Demi Mesure', lucky.volunteerId])).toEqual([]);
  });

  it('of many at once loses no seat while others book', async () => {
    const session = await aSession(t, { capacity: 6, startsAt: inDays(20) });
    const leavers = await Promise.all(Array.from({ length: 6 }, () => aVolunteer(t)));
    for (const leaver of leavers) await book(leaver, session);
    const comers = await Promise.all(Array.from({ length: 6 }, () => aVolunteer(t)));
    const people = await Promise.all(leavers.map((one) => t.app.get(PersonFinder).byVolunteer(one.volunteerId)));
    const [bookings] = await Promise.all([
      Promise.all(comers.map((comer) => book(comer, session))),
      ...people.map((person) => t.app.get(Eraser).erase(person!, 'operator')),
    ]);
    const [row] = await t.db.query<{ taken: number; counted: number; waiting: number }>(
      `select s.seats_taken as taken,
              count(*) filter (where e.status in ('enrolled', 'offered'))::int as counted,
              count(*) filter (where e.status = 'waiting')::int as waiting
         from training_session s join enrolment e on e.session_id = s.id where s.id = $1 group by 1`,
      [session],
    );
    expect(row).toEqual({ taken: 6, counted: 6, waiting: 0 });
    for (const [i, booking] of bookings.entries())
      if ((await stateOf(t, booking.id)).status === 'offered')
        expect(await answer(comers[i] as VolunteerPerson, booking.id, true)).toMatchObject({ status: 'enrolled' });
  });

  it('waits for the mail server a day, then does without its last mail', async () => {
    const person = await aVolunteer(t, { email: 'sans-facteur@exemple.org' });
    await confirmed(t, office, 'sans-facteur@exemple.org');
    await t.jobs();
    const refusals = Array.from({ length: 20 }, () => ({ code: 451, text: 'later' }));
    office.meet(...refusals);
    t.clock.set(inDays(14.1));
    await t.jobs({ mayFail: true });
    expect(await t.app.get(PersonFinder).byVolunteer(person.volunteerId)).not.toBeNull();
    t.clock.set(inDays(15.2));
    await t.jobs({ mayFail: true });
    expect(await t.app.get(PersonFinder).byVolunteer(person.volunteerId)).toBeNull();
  });

  it('is done again for who comes back with an older backup', async () => {
    const ghost = await aVolunteer(t, { email: 'revenante@exemple.org' });
    await t.db.query(
      `insert into erasure (volunteer_pseudonym, cause, done_at) values (pseudonym_of($1), 'asked', $2)`,
      [ghost.volunteerId, t.clock.now()],
    );
    expect(await t.app.get(Eraser).eraseAgain()).toBeGreaterThanOrEqual(1);
    expect(await tracesIn(t, ['revenante@exemple.org'])).toEqual([]);
    expect(await t.app.get(Eraser).eraseAgain()).toBe(0);
  });

  it('by an operator takes who has no address too', async () => {
    const [row] = await t.db.query<{ id: string }>(
      `with v as (insert into volunteer (display_name, source) values ('Firmin Sansadresse', 'reception') returning id),
       c as (insert into contact (volunteer_id, given_name) select id, 'Firmin' from v) select id from v`,
    );
    const person = await t.app.get(PersonFinder).byWord(row?.id ?? '');
    const told = await t.app
      .get(ErasureJobs)
      .now('00000000-0000-4000-8000-000000000001', person!, 'Courrier de Firmin Sansadresse');
    expect(told).toBeNull();
    expect(await t.db.query(`select purpose from audit_entry where action = 'erasure.operator'`)).toEqual([
      { purpose: 'Courrier de […]' },
    ]);
    expect(await tracesIn(t, ['Sansadresse'])).toEqual([]);
  });
});

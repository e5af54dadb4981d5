import request from 'supertest';
import { Jobs } from '#platform/jobs';
import { atParis } from '#platform/kernel';
import { Person, TestApp } from './support/app.js';
import { aCrowd, book, bookFor, cancel, stateOf } from './support/bookings.js';
import { aCourse, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const CARD = 'code qrText person { id displayName cardEnd ageKnown }';
const WELCOME = `mutation($input: WelcomeInput!) { welcomePerson(input: $input) { ${CARD} } }`;
const NEW_CARD = `mutation($id: ID!) { issueCard(volunteerId: $id) { ${CARD} } }`;
const REVOKE = 'mutation($id: ID!) { revokeCard(volunteerId: $id) }';
const SIGN_IN = `mutation($code: String!) { signInWithCard(code: $code) { __typename
  ... on CardAccepted { viewer { email volunteer { id } } } ... on CardRefused { reason message } } }`;
const VIEWER = '{ viewer { email byCard roles { role } volunteer { displayName } } }';
const FIND = 'query($text: String!) { receptionPeople(text: $text) { id displayName cardEnd } }';
const NOTICES = `query($id: ID) { notices(volunteerId: $id) {
  id displayName cardEnd heading lines until needsAnswer toldAt } }`;
const TOLD = 'mutation($id: ID!, $told: Boolean!) { noteTold(id: $id, told: $told) }';
const BOARD = 'query($days: Int!) { noticeBoard(days: $days) { displayName cardEnd placeName startsAt present } }';
const BOOKINGS = 'query($id: ID!) { receptionBookings(volunteerId: $id) { id status bookingCode checkInQr } }';
const ANSWER = `mutation($id: ID!, $accept: Boolean!) { answerOfferForPerson(enrolmentId: $id, accept: $accept) {
  __typename ... on Enrolment { status } ... on OfferRefused { reason } } }`;
const CANCEL = `mutation($id: ID!) { cancelForPerson(enrolmentId: $id) { __typename ... on Enrolment { status } } }`;
const CHECK_IN = `mutation($d: ID!, $c: String!) { checkIn(sessionDateId: $d, code: $c, method: qr) { __typename
  ... on CheckedIn { already row { displayName status } } ... on CheckInRefused { reason } } }`;

interface Printed {
  code: string;
  qrText: string;
  person: { id: string; displayName: string; cardEnd: string; ageKnown: boolean };
}
interface NoticeOf {
  id: string;
  heading: string;
  lines: string[];
  until: string | null;
  needsAnswer: boolean;
  toldAt: string | null;
}

const start = atParis('2026-11-27', '18:30');

describe('a person without an address', () => {
  let t: TestApp;
  let desk: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start({ trustedProxies: 1 });
    await t.app.listen(0, '127.0.0.1');
    desk = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  async function welcome(givenName = 'Ahmed', vouchedAge = 18): Promise<Printed> {
    const input = { givenName, vouchedAge, locale: 'fr' };
    return (await desk.get<{ welcomePerson: Printed }>(WELCOME, { input })).welcomePerson;
  }

  /** Signs in as the page does; somebody with the cookie, or the reason of the refusal. */
  async function withCard(code: string, from = '10.0.0.1'): Promise<Person | string> {
    const { body, headers } = await request(t.server)
      .post('/graphql')
      .set('x-forwarded-for', from)
      .send({ query: SIGN_IN, variables: { code } });
    const answer = body as { data: { signInWithCard: { reason?: string } } | null; errors?: { extensions: object }[] };
    const cookie = (headers['set-cookie'] as unknown as string[] | undefined)?.[0];
    if (cookie) return new Person(t.server, cookie.slice(0, cookie.indexOf(';')));
    return answer.data?.signInWithCard.reason ?? JSON.stringify(answer.errors);
  }

  async function signedIn(code: string): Promise<Person> {
    const person = await withCard(code);
    if (typeof person === 'string') throw new Error(person);
    return person;
  }

  const noticesOf = async (id: string | null): Promise<NoticeOf[]> =>
    (await desk.get<{ notices: NoticeOf[] }>(NOTICES, { id })).notices;

  const dateOf = async (sessionId: string): Promise<string> =>
    (await t.db.query<{ id: string }>('select id from session_date where session_id = $1', [sessionId]))[0]!.id;

  it('is received with a first name, and books, waits, is offered a seat, is told, answers and is checked in', async () => {
    const sessionId = await aSession(t, { startsAt: start, capacity: 1 });
    const [holder] = await aCrowd(t, 1);
    const seat = await book(holder!, sessionId);
    const { code, qrText, person } = await welcome();
    expect(qrText).toBe(`http://localhost:4000/carte#${code}`);
    expect(code.endsWith(person.cardEnd)).toBe(true);

    const ahmed = await signedIn(code.toLowerCase().replaceAll('-', ' '));
    expect(await ahmed.get(VIEWER)).toMatchObject({
      viewer: { email: null, byCard: true, roles: [], volunteer: { displayName: 'Ahmed' } },
    });
    const mine = await book(ahmed, sessionId);
    expect(mine).toMatchObject({ status: 'waiting', rank: 1 });
    await cancel(holder!, seat.id);
    await t.jobs({ mayFail: true });

    // Three days, as she learns of it when she comes by.
    const { status, deadline } = await stateOf(t, mine.id);
    expect(status).toBe('offered');
    expect(Math.round((deadline!.getTime() - t.clock.now().getTime()) / 3_600_000)).toBe(72);
    const [offer, ...others] = await noticesOf(person.id);
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ needsAnswer: true, until: deadline!.toISOString(), toldAt: null });
    expect(offer!.lines.join(' ')).not.toContain('http');

    await desk.get(TOLD, { id: offer!.id, told: true });
    expect((await noticesOf(person.id))[0]!.toldAt).not.toBeNull();
    await desk.get(TOLD, { id: offer!.id, told: false });
    expect((await noticesOf(person.id))[0]!.toldAt).toBeNull();

    expect(await desk.get(ANSWER, { id: mine.id, accept: true })).toMatchObject({
      answerOfferForPerson: { status: 'enrolled' },
    });
    expect(await noticesOf(person.id)).toEqual([]);
    const { noticeBoard } = await desk.get<{ noticeBoard: object[] }>(BOARD, { days: 14 });
    expect(noticeBoard).toContainEqual(expect.objectContaining({ displayName: 'Ahmed', cardEnd: person.cardEnd }));

    t.clock.set(atParis('2026-11-27', '18:15'));
    const dateId = await dateOf(sessionId);
    expect(await desk.get(CHECK_IN, { d: dateId, c: qrText })).toMatchObject({
      checkIn: { already: false, row: { displayName: 'Ahmed', status: 'enrolled' } },
    });
    expect(await desk.get(CHECK_IN, { d: dateId, c: code })).toMatchObject({ checkIn: { already: true } });
    await t.jobs({ mayFail: true });
    const failed = await t.db.query(`select 1 from mail where volunteer_id = $1 and status in ('failed', 'queued')`, [
      person.id,
    ]);
    expect(failed).toEqual([]);
  });

  it('is reminded at the desk, once, and not of what is no longer true', async () => {
    const sessionId = await aSession(t, { startsAt: start });
    const { person, code } = await welcome('Fatou');
    const { id } = await book(await signedIn(code), sessionId);
    expect(await noticesOf(person.id)).toEqual([]);
    t.clock.set(atParis('2026-11-26', '19:00'));
    for (let run = 0; run < 2; run++) {
      await t.app.get(Jobs).runNow('trainings.remind');
      await t.jobs({ mayFail: true });
    }
    expect(await noticesOf(person.id)).toMatchObject([{ needsAnswer: false, until: start.toISOString() }]);
    await desk.get(CANCEL, { id });
    expect(await noticesOf(person.id)).toEqual([]);
  });

  it('is found by first name with a fault, by the end of her card and by the card; nobody with an address is', async () => {
    await aVolunteer(t, { displayName: 'Mamadou' });
    const { person, code } = await welcome('Mamadou');
    const ids = async (text: string): Promise<string[]> =>
      (await desk.get<{ receptionPeople: { id: string }[] }>(FIND, { text })).receptionPeople.map(({ id }) => id);
    for (const text of ['mamadou', 'Mamado', person.cardEnd.toLowerCase(), code])
      expect(await ids(text)).toEqual([person.id]);
    expect(await ids('   ')).toEqual([]);
  });

  it('keeps her space when the card is lost: the new one opens it, the old one and its devices nothing', async () => {
    const { person, code } = await welcome('Sékou');
    const before = await signedIn(code);
    const { issueCard } = await desk.get<{ issueCard: Printed }>(NEW_CARD, { id: person.id });
    expect(await before.get(VIEWER)).toEqual({ viewer: null });
    expect(await withCard(code)).toBe('UNKNOWN');
    const after = await signedIn(issueCard.code);
    expect(await desk.get(REVOKE, { id: person.id })).toEqual({ revokeCard: true });
    expect(await after.get(VIEWER)).toEqual({ viewer: null });
    expect(await desk.get(REVOKE, { id: person.id })).toEqual({ revokeCard: false });
    const lines = await t.db.query('select action from audit_entry where volunteer_id = $1 order by id', [person.id]);
    expect(lines).toEqual([{ action: 'card.issue' }, { action: 'card.issue' }, { action: 'card.revoke' }]);
  });

  it('is signed out two hours later', async () => {
    const person = await signedIn((await welcome()).code);
    t.clock.advance({ hours: 1, minutes: 59 });
    expect(await person.get(VIEWER)).not.toEqual({ viewer: null });
    t.clock.advance({ minutes: 2 });
    expect(await person.get(VIEWER)).toEqual({ viewer: null });
  });

  it('opens no door of a role with a card, whatever the account holds', async () => {
    const { person, code } = await welcome();
    await t.db.query(
      `insert into role_grant (account_id, role) select account_id, 'admin' from volunteer where id = $1`,
      [person.id],
    );
    const holder = await signedIn(code);
    const { errors } = await holder.ask('{ mails { total } }');
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await desk.ask(NEW_CARD, { id: person.id })).errors?.[0]?.extensions['code']).toBe('CONFLICT');
  });

  it('needs no year of birth where somebody saw that she is old enough, and is not seated where not', async () => {
    const adults = await aSession(t, { courseId: await aCourse(t, { minimumAge: 18 }), startsAt: start });
    const young = await welcome('Inès', 16);
    expect(await bookFor(desk, adults, young.person.id)).toMatchObject({ reason: 'PROFILE_MISSING' });
    await desk.get(`mutation($id: ID!) { vouchForAge(volunteerId: $id, age: 18) { ageKnown } }`, {
      id: young.person.id,
    });
    expect(await bookFor(desk, adults, young.person.id)).toMatchObject({ status: 'enrolled' });
    await t.jobs({ mayFail: true });
    expect(await noticesOf(young.person.id)).toHaveLength(1);
    const { receptionBookings } = await desk.get<{ receptionBookings: { checkInQr: string }[] }>(BOOKINGS, {
      id: young.person.id,
    });
    expect(receptionBookings[0]!.checkInQr).toMatch(/^VP1:/);
  });

  it('is checked in only where she is on the list, and a wrong letter is told from a wrong card', async () => {
    const { code } = await welcome();
    const sessionId = await aSession(t, { startsAt: start });
    t.clock.set(atParis('2026-11-27', '18:15'));
    const dateId = await dateOf(sessionId);
    expect(await desk.get(CHECK_IN, { d: dateId, c: code })).toMatchObject({ checkIn: { reason: 'UNKNOWN_CODE' } });
    const wrong = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    expect(await withCard(wrong)).toBe('MISTYPED');
    expect(await withCard('rien')).toBe('MISTYPED');
  });

  it('is nobody whom reception may act for once a mail reaches her', async () => {
    const other = await aVolunteer(t);
    const { id } = await book(other, await aSession(t, { startsAt: start }));
    for (const [query, variables] of [
      [NEW_CARD, { id: other.volunteerId }],
      [CANCEL, { id }],
      [BOOKINGS, { id: other.volunteerId }],
    ] as const) {
      const { errors } = await desk.ask(query, variables);
      expect(errors?.[0]?.extensions['code']).toMatch(/CONFLICT|NOT_FOUND/);
    }
    const somebody = await aVolunteer(t);
    expect((await somebody.ask(FIND, { text: 'Ahmed' })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('cannot be guessed at: an address that tries too often has to wait', async () => {
    const answers = new Set<string>();
    for (let i = 0; i < 61; i++) answers.add(String(await withCard('AAAA-AAAA-AAAA', '10.9.9.9')));
    expect([...answers].join(' ')).toContain('RATE_LIMITED');
  });
});

import request from 'supertest';
import { atParis } from '#platform/kernel';
import { Person, TestApp } from './support/app.js';
import { book } from './support/bookings.js';
import { aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const WELCOME = `mutation($input: WelcomeInput!) { welcomePerson(input: $input) { code person { id } } }`;
const SIGN_IN = 'mutation($code: String!) { signInWithCard(code: $code) { __typename } }';
const ASK = 'mutation($email: String!) { requestAddressCode(email: $email) }';
const ADD = `mutation($email: String!, $code: String!) { addAddress(email: $email, code: $code) { __typename
  ... on AddressAdded { email } ... on SignInRefused { reason attemptsLeft }
  ... on AddressOfOther { proof preview { moves { count } fields { field takesGone } refusal } } } }`;
const JOIN = `mutation($proof: String!, $choices: [MergeChoiceInput!]!) { joinProfiles(proof: $proof, choices: $choices) {
  __typename ... on ProfilesMerged { volunteerId } ... on MergeRefused { reason } } }`;
const VIEWER = '{ viewer { email volunteer { id displayName } } }';
const AGENDA = '{ myAgenda { upcoming { id } } }';

type Added = {
  addAddress: { __typename: string; reason?: string; proof?: string; preview?: { refusal: string | null } };
};

describe('an address for somebody who had a card', () => {
  let t: TestApp;
  let desk: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    desk = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(atParis('2026-11-16', '10:00')));

  async function withCard(code: string): Promise<Person> {
    const { headers } = await request(t.server).post('/graphql').send({ query: SIGN_IN, variables: { code } });
    const cookie = (headers['set-cookie'] as unknown as string[])[0]!;
    return new Person(t.server, cookie.slice(0, cookie.indexOf(';')));
  }

  async function welcome(): Promise<{ id: string; code: string; person: Person }> {
    const input = { givenName: 'Ahmed', vouchedAge: 18, locale: 'fr' };
    const { welcomePerson } = await desk.get<{ welcomePerson: { code: string; person: { id: string } } }>(WELCOME, {
      input,
    });
    const { code, person } = welcomePerson;
    return { id: person.id, code, person: await withCard(code) };
  }

  async function codeSentTo(person: Person, email: string): Promise<string> {
    await person.get(ASK, { email });
    const [mail] = await t.db.query<{ code: string }>(
      `select params->>'code' as code from mail where to_address = $1 order by created_at desc limit 1`,
      [email],
    );
    return mail!.code;
  }

  it('is hers once she has proved it: she signs in with it, her card goes on, what she booked is there', async () => {
    const { id, code, person } = await welcome();
    const { id: booking } = await book(person, await aSession(t, { startsAt: atParis('2026-11-27', '18:30') }));
    const email = 'ahmed@exemple.org';
    const sent = await codeSentTo(person, email);
    const wrong = sent === '000000' ? '000001' : '000000';
    expect((await person.get<Added>(ADD, { email, code: wrong })).addAddress).toMatchObject({ reason: 'WRONG_CODE' });
    expect((await person.get<Added>(ADD, { email, code: sent })).addAddress).toMatchObject({ email });

    const byMail = await t.signIn(email);
    expect(await byMail.get(VIEWER)).toEqual({ viewer: { email, volunteer: { id, displayName: 'Ahmed' } } });
    expect(await byMail.get(AGENDA)).toEqual({ myAgenda: { upcoming: [{ id: booking }] } });
    expect(await (await withCard(code)).get(VIEWER)).toMatchObject({ viewer: { volunteer: { id } } });
    expect((await person.ask(ASK, { email: 'autre@exemple.org' })).errors?.[0]?.extensions['code']).toBe('CONFLICT');
  });

  it('that has a profile already: both become one when she agrees, and the card opens it', async () => {
    const email = 'lina.chene@exemple.org';
    const other = await aVolunteer(t, { email, displayName: 'Lina' });
    const { code, person } = await welcome();
    const sessionId = await aSession(t, { startsAt: atParis('2026-11-28', '18:30') });
    const { id: booking } = await book(person, sessionId);
    const { addAddress } = await person.get<Added>(ADD, { email, code: await codeSentTo(person, email) });
    expect(addAddress).toMatchObject({ __typename: 'AddressOfOther', preview: { refusal: null } });

    // Nobody else can use the proof, nor she herself tomorrow.
    expect(
      (await (await welcome()).person.ask(JOIN, { proof: addAddress.proof, choices: [] })).errors?.[0]?.extensions,
    ).toMatchObject({ code: 'BAD_USER_INPUT' });
    t.clock.advance({ minutes: 31 });
    expect((await person.ask(JOIN, { proof: addAddress.proof, choices: [] })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    t.clock.set(atParis('2026-11-16', '10:00'));

    expect(await person.get(JOIN, { proof: addAddress.proof, choices: [] })).toMatchObject({
      joinProfiles: { __typename: 'ProfilesMerged' },
    });
    expect(await other.get(AGENDA)).toEqual({ myAgenda: { upcoming: [{ id: booking }] } });
    expect(await (await withCard(code)).get(VIEWER)).toEqual({
      viewer: { email, volunteer: { id: other.volunteerId, displayName: 'Lina' } },
    });
  });

  it('that stands in an imported list: the imported profile becomes part of hers', async () => {
    const email = 'liste@exemple.org';
    const [imported] = await t.db.query<{ id: string }>(
      `with v as (insert into volunteer (display_name, source) values ('Ahmed L.', 'imported') returning id)
       insert into contact (volunteer_id, given_name, family_name, email, birth_year)
       select id, 'Ahmed', 'Liste', $1, 1980 from v returning volunteer_id as id`,
      [email],
    );
    await t.db.query(`insert into membership (volunteer_id, network) values ($1, 'climate')`, [imported!.id]);
    const { id, person } = await welcome();
    const { addAddress } = await person.get<Added>(ADD, { email, code: await codeSentTo(person, email) });
    await person.get(JOIN, { proof: addAddress.proof, choices: [] });
    expect(await person.get(VIEWER)).toMatchObject({ viewer: { email, volunteer: { id } } });
    const [row] = await t.db.query(
      `select c.email::text, c.birth_year, (select count(*)::int from membership m where m.volunteer_id = c.volunteer_id) as networks
         from contact c where c.volunteer_id = $1`,
      [id],
    );
    expect(row).toEqual({ email, birth_year: 1980, networks: 1 });
  });
});

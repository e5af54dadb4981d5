import request from 'supertest';
import { Person, TestApp } from './support/app.js';
import { type Bent, PasskeyDevice } from './support/passkey-device.js';

const SITE = 'http://localhost:4000';
const OPTIONS_TO_ADD = 'mutation { passkeyCreationOptions }';
const OPTIONS = 'mutation { passkeyRequestOptions }';
const ADD = `mutation($name: String!, $response: String!) { addPasskey(name: $name, response: $response) {
  __typename ... on FactorAdded { recoveryCodes } ... on SecondFactorRefused { reason } } }`;
const SIGN_IN = `mutation($response: String!) { signInWithPasskey(response: $response) {
  __typename ... on SignedIn { viewer { email strong } } ... on SignInRefused { reason } } }`;
const PROVE = `mutation($response: String!) { proveByPasskey(response: $response) {
  __typename ... on SecondFactorProved { viewer { strong } } ... on SecondFactorRefused { reason } } }`;

interface Answer {
  __typename: string;
  reason?: string;
  recoveryCodes?: string[];
  viewer?: object;
}

describe('passkeys', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start({ publicUrl: SITE });
  });
  afterEach(() => t.clock.real());
  afterAll(() => t.close());

  const optionsToAdd = async (person: Person): Promise<string> =>
    (await person.get<{ passkeyCreationOptions: string }>(OPTIONS_TO_ADD)).passkeyCreationOptions;
  const options = async (): Promise<string> =>
    (await t.visitor().get<{ passkeyRequestOptions: string }>(OPTIONS)).passkeyRequestOptions;
  const add = async (person: Person, response: string, name = ' Mon téléphone '): Promise<Answer> =>
    (await person.get<{ addPasskey: Answer }>(ADD, { name, response })).addPasskey;
  const signIn = async (response: string): Promise<Answer> =>
    (await t.visitor().get<{ signInWithPasskey: Answer }>(SIGN_IN, { response })).signInWithPasskey;

  async function withPasskey(email: string): Promise<{ person: Person; device: PasskeyDevice }> {
    const person = await t.signIn(email, [{ role: 'coordinator' }], { weak: true });
    const device = new PasskeyDevice(SITE);
    expect(await add(person, device.create(await optionsToAdd(person)))).toMatchObject({ __typename: 'FactorAdded' });
    return { person, device };
  }

  it('are added under a name, bring recovery codes, and make the device strong', async () => {
    const person = await t.signIn('adds@exemple.org', [{ role: 'coordinator' }], { weak: true });
    const asked = await optionsToAdd(person);
    expect(JSON.parse(asked)).toMatchObject({
      rp: { id: 'localhost', name: 'Volontaires de Paris' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    });
    const added = await add(person, new PasskeyDevice(SITE).create(asked));
    expect(added.recoveryCodes).toHaveLength(10);
    const second = await add(person, new PasskeyDevice(SITE).create(await optionsToAdd(person)), 'Portable');
    expect(second.recoveryCodes).toEqual([]);
    const { mySecurity } = await person.get<{ mySecurity: { passkeys: { name: string }[] } }>(
      '{ mySecurity { strong passkeys { name lastUsedAt } } }',
    );
    expect(mySecurity).toEqual({
      strong: true,
      passkeys: [
        { name: 'Mon téléphone', lastUsedAt: null },
        { name: 'Portable', lastUsedAt: null },
      ],
    });
  });

  it('sign in by themselves, as both factors, and nobody learns before whose they are', async () => {
    const { device } = await withPasskey('alone@exemple.org');
    const asked = await options();
    expect(JSON.parse(asked)).not.toHaveProperty('allowCredentials');
    const answer = await signIn(device.get(asked));
    expect(answer).toEqual({ __typename: 'SignedIn', viewer: { email: 'alone@exemple.org', strong: true } });
  });

  it('set a cookie that opens the doors of a role', async () => {
    const { device } = await withPasskey('cookie@exemple.org');
    const response = device.get(await options());
    const { headers } = await request(t.server).post('/graphql').send({ query: SIGN_IN, variables: { response } });
    const [cookie = ''] = [headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const opened = new Person(t.server, cookie.split(';')[0] ?? '');
    expect((await opened.ask('{ volunteers { total } }')).errors).toBeUndefined();
  });

  it('are the second step of a sign-in by code, for their own account only', async () => {
    const { device } = await withPasskey('step@exemple.org');
    const hers = await t.signIn('step@exemple.org', [], { weak: true });
    const other = await t.signIn('other@exemple.org', [{ role: 'admin' }], { weak: true });
    const prove = async (person: Person): Promise<Answer> =>
      (await person.get<{ proveByPasskey: Answer }>(PROVE, { response: device.get(await options()) })).proveByPasskey;
    expect(await prove(other)).toMatchObject({ reason: 'PASSKEY_REFUSED' });
    expect(await prove(hers)).toEqual({ __typename: 'SecondFactorProved', viewer: { strong: true } });
  });

  it('answer a question once, within five minutes', async () => {
    const { device } = await withPasskey('replay@exemple.org');
    const asked = await options();
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(device.get(asked))));
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
    const late = await options();
    t.clock.advance({ minutes: 5, seconds: 1 });
    expect(await signIn(device.get(late))).toMatchObject({ reason: 'PASSKEY_REFUSED' });
  });

  it.each<[string, Bent]>([
    ['made for a look-alike of this site', { origin: 'http://localhost.exemple.org:4000' }],
    ['that answers another question', { challenge: Buffer.from('made up').toString('base64url') }],
    ['whose holder did not prove herself to it', { unverified: true }],
    ['that counts backwards, as a copy would', { counter: 0 }],
  ])('is refused: one %s', async (what, bent) => {
    const { device } = await withPasskey(`bent-${what.length}@exemple.org`);
    expect(await signIn(device.get(await options()))).toMatchObject({ __typename: 'SignedIn' });
    expect(await signIn(device.get(await options(), bent))).toMatchObject({ reason: 'PASSKEY_REFUSED' });
  });

  it('is refused: one of nobody, one of a closed account, and text that is no answer', async () => {
    expect(await signIn(new PasskeyDevice(SITE).get(await options()))).toMatchObject({ reason: 'PASSKEY_REFUSED' });
    const { device } = await withPasskey('closed@exemple.org');
    await t.db.query(`update account set disabled_at = now() where email = 'closed@exemple.org'`);
    expect(await signIn(device.get(await options()))).toMatchObject({ reason: 'ACCOUNT_DISABLED' });
    for (const response of ['', '{}', '[1]', '{"id":"x","response":{}}']) {
      const { errors } = await t.visitor().ask(SIGN_IN, { response });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'response' }] });
    }
  });

  it('belong to one account, and go when they are removed', async () => {
    const { person, device } = await withPasskey('goes@exemple.org');
    const thief = await t.signIn('thief@exemple.org', [], { weak: true });
    expect(await add(thief, device.create(await optionsToAdd(thief)))).toMatchObject({ reason: 'PASSKEY_REFUSED' });
    const { mySecurity } = await person.get<{ mySecurity: { passkeys: { id: string }[] } }>(
      '{ mySecurity { passkeys { id } } }',
    );
    const REMOVE = 'mutation($id: ID!) { removePasskey(id: $id) { strong passkeys { id } } }';
    const [{ id }] = mySecurity.passkeys as [{ id: string }];
    expect((await thief.ask(REMOVE, { id })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect(await person.get(REMOVE, { id })).toEqual({ removePasskey: { strong: false, passkeys: [] } });
    expect(await signIn(device.get(await options()))).toMatchObject({ reason: 'PASSKEY_REFUSED' });
  });
});

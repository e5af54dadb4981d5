import { Database } from '#platform/database';
import { TestApp } from './support/app.js';

const SEND = 'mutation($email: String!) { requestSignInCode(email: $email) { email expiresAt resendAfterSeconds } }';
const ENTER = `mutation($email: String!, $code: String!) { signInWithCode(email: $email, code: $code) {
  __typename ... on SignedIn { isNew viewer { email } } ... on SignInRefused { reason message attemptsLeft } } }`;
const LINK = `mutation($token: String!) { signInWithLink(token: $token) {
  __typename ... on SignInRefused { reason } ... on SignedIn { viewer { email } } } }`;

interface Entered {
  signInWithCode: { __typename: string; reason?: string; message?: string; attemptsLeft?: number; isNew?: boolean };
}

describe('signing in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterAll(() => t.close());

  /** The code as it waits in the mail that the worker will send. */
  async function codeFor(email: string): Promise<string> {
    const [mail] = await t.db.query<{ code: string }>(
      `select params->>'code' as code from mail where to_address = $1 order by created_at desc limit 1`,
      [email],
    );
    return mail!.code;
  }

  it('sends a code and opens an account for whoever reads that address', async () => {
    const visitor = t.visitor();
    const sent = await visitor.get<{ requestSignInCode: { resendAfterSeconds: number } }>(SEND, {
      email: ' awa@exemple.org ',
    });
    expect(sent.requestSignInCode).toMatchObject({ email: 'awa@exemple.org', resendAfterSeconds: 60 });
    const code = await codeFor('awa@exemple.org');
    const { signInWithCode } = await visitor.get<Entered>(ENTER, {
      email: 'AWA@exemple.org',
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(signInWithCode).toMatchObject({ __typename: 'SignedIn', isNew: true });
  });

  it('serves a code once', async () => {
    await t.visitor().get(SEND, { email: 'once@exemple.org' });
    const code = await codeFor('once@exemple.org');
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => t.visitor().get<Entered>(ENTER, { email: 'once@exemple.org', code })),
    );
    expect(all.filter((answer) => answer.signInWithCode.__typename === 'SignedIn')).toHaveLength(1);
  });

  it('counts wrong tries, says how many are left, and then refuses even the right code', async () => {
    await t.visitor().get(SEND, { email: 'wrong@exemple.org' });
    const code = await codeFor('wrong@exemple.org');
    const other = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1, 0]) {
      const { signInWithCode } = await t.visitor('en').get<Entered>(ENTER, { email: 'wrong@exemple.org', code: other });
      expect(signInWithCode).toMatchObject({ reason: 'WRONG_CODE', attemptsLeft: left });
    }
    const { signInWithCode } = await t.visitor().get<Entered>(ENTER, { email: 'wrong@exemple.org', code });
    expect(signInWithCode).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS' });
  });

  it('lets a code lapse after ten minutes', async () => {
    await t.visitor().get(SEND, { email: 'late@exemple.org' });
    const code = await codeFor('late@exemple.org');
    t.clock.advance({ minutes: 10, seconds: 1 });
    const { signInWithCode } = await t.visitor().get<Entered>(ENTER, { email: 'late@exemple.org', code });
    expect(signInWithCode).toMatchObject({ reason: 'CODE_EXPIRED' });
    t.clock.real();
  });

  it('answers alike for a known and an unknown address', async () => {
    await t.signIn('known@exemple.org');
    const answers = await Promise.all(
      ['known@exemple.org', 'unknown@exemple.org'].map((email) => t.visitor().ask(SEND, { email })),
    );
    const shapes = answers.map(({ status, data, errors }) => [
      status,
      Object.keys(data['requestSignInCode'] ?? {}),
      errors,
    ]);
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('makes one wait a minute between two codes, even when both are asked for at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => t.visitor().ask(SEND, { email: 'twice@exemple.org' })));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions['code'] ?? 'sent').sort();
    expect(codes).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'sent']);
  });

  it('names the field of a bad address in the language of the reader', async () => {
    const { errors } = await t.visitor('en').ask(SEND, { email: 'nope' });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'email', rule: 'isEmail', message: 'Enter an address such as name@example.org.' }],
    });
  });

  it('stores neither code, nor link, nor cookie in clear', async () => {
    const person = await t.signIn('hash@exemple.org');
    await t.visitor().get(SEND, { email: 'hash@exemple.org' });
    const code = await codeFor('hash@exemple.org');
    const secret = person.cookie!.split('=')[1]!;
    const [stored] = await t.app
      .get(Database)
      .query<{ dump: string }>(
        `select (select json_agg(s) from sign_in s)::text || (select json_agg(c) from sign_in_code c)::text as dump`,
      );
    expect(stored!.dump).not.toContain(secret);
    expect(stored!.dump).not.toContain(`"${code}"`);
  });

  it('lists my devices and signs one out at once', async () => {
    const phone = await t.signIn('two@exemple.org');
    const laptop = await t.signIn('two@exemple.org');
    const LIST = '{ mySignIns { id current device } }';
    const { mySignIns } = await laptop.get<{ mySignIns: { id: string; current: boolean }[] }>(LIST);
    expect(mySignIns).toHaveLength(2);
    const other = mySignIns.find((signIn) => !signIn.current)!;
    const stranger = await t.signIn('stranger@exemple.org');
    const REVOKE = 'mutation($id: ID!) { revokeSignIn(id: $id) }';
    expect(await stranger.get(REVOKE, { id: other.id })).toEqual({ revokeSignIn: false });
    expect(await laptop.get(REVOKE, { id: other.id })).toEqual({ revokeSignIn: true });
    expect((await phone.ask(LIST)).errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('opens a one-time link once', async () => {
    await t.visitor().ask(LINK, { token: 'never-made' });
    const answer = await t.visitor().get<{ signInWithLink: { reason: string } }>(LINK, { token: 'never-made' });
    expect(answer.signInWithLink.reason).toBe('LINK_INVALID');
  });
});

describe('roles', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterAll(() => t.close());

  const GRANT = `mutation($email: String!, $role: Role!, $network: Network) { grantRole(email: $email, role: $role, network: $network) {
    id roles { id role network } } }`;
  const REVOKE = 'mutation($grantId: ID!) { revokeRole(grantId: $grantId) { roles { role } } }';
  interface Granted {
    grantRole: { roles: { id: string; role: string; network: string | null }[] };
  }

  it('are given and taken by an administrator only, each time with a line in the journal', async () => {
    const admin = await t.signIn('admin@exemple.org', [{ role: 'admin' }]);
    const coordinator = await t.signIn('coord@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
    const args = { email: 'new@exemple.org', role: 'trainer', network: 'solidarity' };
    expect((await coordinator.ask(GRANT, args)).errors![0]!.extensions['code']).toBe('FORBIDDEN');
    const { grantRole } = await admin.get<Granted>(GRANT, args);
    expect(grantRole.roles).toMatchObject([{ role: 'trainer', network: 'solidarity' }]);
    expect((await admin.get<Granted>(GRANT, args)).grantRole.roles).toHaveLength(1);
    await admin.get(REVOKE, { grantId: grantRole.roles[0]!.id });
    const { auditEntries } = await admin.get<{
      auditEntries: { total: number; nodes: { action: string; actor: string }[] };
    }>('{ auditEntries(text: "role.", first: 10) { total nodes { action actor } } }');
    expect(auditEntries.nodes.slice(0, 2)).toEqual([
      { action: 'role.revoke', actor: 'admin@exemple.org' },
      { action: 'role.grant', actor: 'admin@exemple.org' },
    ]);
    expect(auditEntries.total).toBeGreaterThanOrEqual(4);
  });

  it('never leaves the platform without an administrator, even when two revoke each other at once', async () => {
    const [a, b] = await Promise.all([
      t.signIn('a@exemple.org', [{ role: 'admin' }]),
      t.signIn('b@exemple.org', [{ role: 'admin' }]),
    ]);
    const grants = await t.db.query<{ id: string; email: string }>(
      `select g.id, a.email::text as email from role_grant g join account a on a.id = g.account_id where g.role = 'admin' and g.revoked_at is null`,
    );
    const of = (email: string) => grants.find((grant) => grant.email === email)!.id;
    await t.db.query(`update role_grant set revoked_at = now() where id = $1`, [of('admin@exemple.org')]);
    await Promise.all([
      a.ask(REVOKE, { grantId: of('b@exemple.org') }),
      b.ask(REVOKE, { grantId: of('a@exemple.org') }),
    ]);
    const left = await t.db.query(`select 1 from role_grant where role = 'admin' and revoked_at is null`);
    expect(left).toHaveLength(1);
  });
});

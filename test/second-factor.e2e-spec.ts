import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import request from 'supertest';
import { type Door, doorsOf } from '#platform/http';
import { type Role, ROLES } from '#platform/identity';
import { type Person, TestApp } from './support/app.js';
import { aProgram, CodeProgram } from './support/factors.js';
import { madeUpCall, madeUpPath } from './support/made-up-calls.js';

const PROVE = `mutation($code: String!) { proveByCode(code: $code) {
  __typename ... on SecondFactorProved { viewer { strong } }
  ... on SecondFactorRefused { reason message attemptsLeft retryAfterSeconds } } }`;
const SECURITY = '{ mySecurity { required strong fresh totpSince recoveryCodesLeft passkeys { name } } }';
const ADMIN: { role: Role }[] = [{ role: 'admin' }];

interface Proof {
  __typename: string;
  reason?: string;
  message?: string;
  attemptsLeft?: number | null;
  retryAfterSeconds?: number | null;
}
const prove = async (person: Person, code: string): Promise<Proof> =>
  (await person.get<{ proveByCode: Proof }>(PROVE, { code })).proveByCode;
const codeOfError = (answer: { errors?: { extensions: Record<string, unknown> }[] }): unknown =>
  answer.errors?.[0]?.extensions['code'];

/** Signs the same account in again on another device, without a second factor. */
const again = (t: TestApp, email: string): Promise<Person> => t.signIn(email, [], { weak: true });

describe('doors of people with a role', () => {
  let t: TestApp;
  let doors: Door[];
  beforeAll(async () => {
    t = await TestApp.start();
    doors = doorsOf(t.app.get(ModulesContainer)).filter(
      ({ allow }) => allow !== null && allow.every((who) => (ROLES as readonly string[]).includes(who)),
    );
  });
  afterAll(() => t.close());

  async function codeAt(door: Door, person: Person): Promise<unknown> {
    if (door.kind !== 'Route')
      return codeOfError(await person.ask(madeUpCall(t.app.get(GraphQLSchemaHost).schema, door.kind, door.name)));
    const [method = '', path = ''] = door.name.split(' ');
    const call = request(t.server)[method.toLowerCase() as 'get' | 'post'](madeUpPath(path));
    if (person.cookie) void call.set('cookie', person.cookie);
    const { body } = await (method === 'GET' ? call : call.set('content-type', 'text/csv').send(''));
    return (body as { code?: string } | undefined)?.code;
  }

  it('are all closed to a sign-in that has proved no second factor, whatever the role', async () => {
    expect(doors.length).toBeGreaterThan(30);
    const people = new Map<string, Person>();
    for (const role of ROLES)
      people.set(role, await t.signIn(`${role}@exemple.org`, [{ role }, { role: 'admin' }], { weak: true }));
    const open: string[] = [];
    for (const door of doors)
      for (const role of door.allow ?? [])
        if ((await codeAt(door, people.get(role) as Person)) !== 'SECOND_FACTOR_REQUIRED')
          open.push(`${role}: ${door.kind} ${door.name}`);
    expect(open).toEqual([]);
  }, 120_000);

  it('stay closed to somebody without a role, who is told so rather than asked for a factor', async () => {
    const stranger = await t.signIn(undefined, [], { weak: true });
    for (const door of doors) expect([door.name, await codeAt(door, stranger)]).toEqual([door.name, 'FORBIDDEN']);
  }, 60_000);

  it('open once the code of an authenticator program was given', async () => {
    const admin = await t.signIn('opens@exemple.org', ADMIN, { weak: true });
    await aProgram(t, admin);
    const closed: string[] = [];
    for (const door of doors.filter(({ kind, allow }) => kind === 'Query' && allow?.includes('admin')))
      if ([undefined, 'BAD_USER_INPUT', 'NOT_FOUND'].includes((await codeAt(door, admin)) as string) === false)
        closed.push(door.name);
    expect(closed).toEqual([]);
  });

  it('leave the pages of the volunteer herself open meanwhile', async () => {
    const coordinator = await t.signIn('both@exemple.org', [{ role: 'coordinator' }], { weak: true });
    const { viewer, mySignIns } = await coordinator.get<{
      viewer: { strong: boolean; roles: { role: string }[] };
      mySignIns: unknown[];
    }>('{ viewer { strong roles { role } } mySignIns { id } }');
    expect(viewer).toEqual({ strong: false, roles: [{ role: 'coordinator' }] });
    expect(mySignIns).toHaveLength(1);
  });
});

describe('an authenticator program', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  // Each story begins with a half minute, so that none changes between a code and its use.
  beforeEach(() => t.clock.set(new Date(Math.ceil(Date.now() / 30_000) * 30_000)));
  afterEach(() => t.clock.real());
  afterAll(() => t.close());

  it('is set up, comes with ten recovery codes, and is told by mail and in the journal', async () => {
    const admin = await t.signIn('setup@exemple.org', ADMIN, { weak: true });
    expect(await admin.get(SECURITY)).toEqual({
      mySecurity: { required: true, strong: false, fresh: false, totpSince: null, recoveryCodesLeft: 0, passkeys: [] },
    });
    const { recoveryCodes } = await aProgram(t, admin);
    expect(new Set(recoveryCodes).size).toBe(10);
    const { mySecurity } = await admin.get<{ mySecurity: object }>(SECURITY);
    expect(mySecurity).toMatchObject({ strong: true, fresh: true, recoveryCodesLeft: 10 });
    const mails = await t.db.query(`select params from mail where to_address = 'setup@exemple.org'`);
    expect(mails).toEqual([{ params: { what: 'totp-added' } }]);
    const { auditEntries } = await admin.get<{ auditEntries: { nodes: { action: string; actor: string }[] } }>(
      '{ auditEntries(text: "second-factor", first: 5) { nodes { action actor } } }',
    );
    expect(auditEntries.nodes).toEqual([{ action: 'second-factor.totp-added', actor: 'setup@exemple.org' }]);
  });

  it('does not count before a code has confirmed it', async () => {
    const admin = await t.signIn('unconfirmed@exemple.org', ADMIN, { weak: true });
    const { beginTotp } = await admin.get<{ beginTotp: { secret: string; uri: string } }>(
      'mutation { beginTotp { secret uri } }',
    );
    expect(beginTotp.uri).toContain(beginTotp.secret);
    const program = new CodeProgram(t, beginTotp.secret);
    expect(await prove(admin, program.code())).toMatchObject({ reason: 'NOTHING_TO_CONFIRM' });
    const { confirmTotp } = await admin.get<{ confirmTotp: Proof }>(
      'mutation($code: String!) { confirmTotp(code: $code) { __typename ... on SecondFactorRefused { reason } } }',
      { code: program.wrongCode() },
    );
    expect(confirmTotp).toMatchObject({ reason: 'WRONG_CODE' });
    expect(codeOfError(await admin.ask('{ accounts { total } }'))).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('makes a further sign-in strong; its code serves once, even for many who come at the same moment', async () => {
    const { program } = await aProgram(t, await t.signIn('once@exemple.org', ADMIN, { weak: true }));
    t.clock.advance({ minutes: 2 });
    const devices = await Promise.all(Array.from({ length: 6 }, () => again(t, 'once@exemple.org')));
    const code = program.code();
    const answers = await Promise.all(devices.map((device) => prove(device, `${code.slice(0, 3)} ${code.slice(3)}`)));
    expect(answers.map((answer) => answer.reason ?? 'proved').sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'CODE_USED'),
      'proved',
    ]);
    // The code before it, still within the drift that is let through, is spent too.
    expect(await prove(devices[0] as Person, program.code(-1))).toMatchObject({ reason: 'CODE_USED' });
    t.clock.advance({ seconds: 60 });
    const late = await again(t, 'once@exemple.org');
    expect(await prove(late, program.code(-1))).toMatchObject({ __typename: 'SecondFactorProved' });
  });

  it('bears five wrong codes, also of many at once, then makes one wait, longer each time', async () => {
    const { program, recoveryCodes } = await aProgram(t, await t.signIn('guess@exemple.org', ADMIN, { weak: true }));
    t.clock.advance({ minutes: 2 });
    const devices = await Promise.all(Array.from({ length: 12 }, () => again(t, 'guess@exemple.org')));
    const answers = await Promise.all(devices.map((device) => prove(device, program.wrongCode())));
    const reasons = answers.map(({ reason }) => reason).sort();
    expect(reasons.filter((reason) => reason === 'WRONG_CODE')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'TOO_MANY_ATTEMPTS')).toHaveLength(7);
    const [device] = devices as [Person];
    const right = await prove(device, program.code());
    expect(right).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS' });
    expect(right.message).toContain('15 minutes');
    expect(await prove(device, recoveryCodes[0] as string)).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS' });
    t.clock.advance({ minutes: 15 });
    for (const left of [4, 3, 2, 1])
      expect(await prove(device, program.wrongCode())).toMatchObject({ reason: 'WRONG_CODE', attemptsLeft: left });
    expect(await prove(device, program.wrongCode())).toMatchObject({ reason: 'WRONG_CODE', retryAfterSeconds: 1800 });
    const lines = await t.db.query(
      `select details from audit_entry where action = 'second-factor.blocked' order by id`,
    );
    expect(lines).toEqual([{ details: { failures: 5, minutes: 15 } }, { details: { failures: 10, minutes: 30 } }]);
    t.clock.advance({ minutes: 30 });
    expect(await prove(device, program.code())).toMatchObject({ __typename: 'SecondFactorProved' });
  });

  it('is replaced by a recovery code on a bad day; each serves once, however it is typed', async () => {
    const { recoveryCodes } = await aProgram(t, await t.signIn('paper@exemple.org', ADMIN, { weak: true }));
    const code = recoveryCodes[3] as string;
    const devices = await Promise.all([1, 2, 3].map(() => again(t, 'paper@exemple.org')));
    const typed = ` ${code.toUpperCase().replace('-', ' ')}`;
    const answers = await Promise.all(devices.map((device) => prove(device, typed)));
    expect(answers.filter(({ __typename }) => __typename === 'SecondFactorProved')).toHaveLength(1);
    const [mail] = await t.db.query(
      `select params from mail where to_address = 'paper@exemple.org' order by created_at desc limit 1`,
    );
    expect(mail).toEqual({ params: { what: 'code-used' } });
    const fresh = devices[answers.findIndex(({ __typename }) => __typename === 'SecondFactorProved')] as Person;
    const { renewRecoveryCodes } = await fresh.get<{ renewRecoveryCodes: string[] }>('mutation { renewRecoveryCodes }');
    const other = await again(t, 'paper@exemple.org');
    expect(await prove(other, recoveryCodes[5] as string)).toMatchObject({ reason: 'WRONG_CODE' });
    expect(await prove(other, renewRecoveryCodes[0] as string)).toMatchObject({ __typename: 'SecondFactorProved' });
  });

  it('is changed only by somebody who proved a factor within the last quarter of an hour', async () => {
    const admin = await t.signIn('fresh@exemple.org', ADMIN, { weak: true });
    const { program } = await aProgram(t, admin);
    const weak = await again(t, 'fresh@exemple.org');
    const changes = ['removeTotp { strong }', 'renewRecoveryCodes', 'passkeyCreationOptions', 'beginTotp { secret }'];
    t.clock.advance({ minutes: 15, seconds: 1 });
    for (const person of [weak, admin])
      for (const change of changes)
        expect([change, codeOfError(await person.ask(`mutation { ${change} }`))]).toEqual([
          change,
          'SECOND_FACTOR_REQUIRED',
        ]);
    // Its doors are open all the same.
    expect((await admin.ask('{ accounts { total } }')).errors).toBeUndefined();
    await prove(admin, program.code());
    await admin.get('mutation { removeTotp { strong } }');
    expect(codeOfError(await admin.ask('{ accounts { total } }'))).toBe('SECOND_FACTOR_REQUIRED');
    expect((await admin.get<{ mySecurity: object }>(SECURITY)).mySecurity).toMatchObject({ recoveryCodesLeft: 0 });
  });

  it('leaves neither its secret nor a recovery code in any table', async () => {
    const { program, recoveryCodes } = await aProgram(t, await t.signIn('sealed@exemple.org', ADMIN, { weak: true }));
    const tables = await t.db.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const [row] = await t.db.query<{ dump: string | null }>(`select json_agg(x)::text as dump from "${name}" x`);
      for (const secret of [program.secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
        expect(row?.dump ?? '').not.toContain(secret);
    }
  });
});

describe('somebody who has lost every factor', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterEach(() => t.clock.real());
  afterAll(() => t.close());

  const RESET = `mutation($accountId: ID!, $reason: String!) {
    resetSecondFactor(accountId: $accountId, reason: $reason) { id hasSecondFactor } }`;
  const reason = 'A perdu son téléphone ; reconnue au bureau.';

  it('is helped by another administrator, with a reason in the journal and a mail, and signed out everywhere', async () => {
    const helper = await t.signIn('helper@exemple.org', ADMIN);
    const lost = await t.signIn('lost@exemple.org', [{ role: 'coordinator' }], { weak: true });
    await aProgram(t, lost);
    const { viewer } = await lost.get<{ viewer: { accountId: string } }>('{ viewer { accountId } }');
    const { accountId } = viewer;
    const { resetSecondFactor } = await helper.get<{ resetSecondFactor: object }>(RESET, { accountId, reason });
    expect(resetSecondFactor).toEqual({ id: accountId, hasSecondFactor: false });
    expect(await lost.get('{ viewer { email } }')).toEqual({ viewer: null });
    const [line] = await t.db.query(
      `select action, purpose, subject_id from audit_entry where action = 'second-factor.reset'`,
    );
    expect(line).toEqual({ action: 'second-factor.reset', purpose: reason, subject_id: accountId });
    const mails = await t.db.query(
      `select params from mail where to_address = 'lost@exemple.org' and params->>'what' = 'reset'`,
    );
    expect(mails).toHaveLength(1);
    await aProgram(t, await again(t, 'lost@exemple.org'));
  });

  it('cannot help herself, nor be helped without a reason, by a coordinator, or by a proof of this morning', async () => {
    const admin = await t.signIn('own@exemple.org', ADMIN);
    const coordinator = await t.signIn('coord@exemple.org', [{ role: 'coordinator' }]);
    const idOf = async (person: Person): Promise<string> =>
      (await person.get<{ viewer: { accountId: string } }>('{ viewer { accountId } }')).viewer.accountId;
    const [own, other] = [await idOf(admin), await idOf(coordinator)];
    expect(codeOfError(await admin.ask(RESET, { accountId: own, reason }))).toBe('FORBIDDEN');
    expect(codeOfError(await coordinator.ask(RESET, { accountId: own, reason }))).toBe('FORBIDDEN');
    const short = await admin.ask(RESET, { accountId: other, reason: ' perdu ' });
    expect(short.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'reason' }] });
    t.clock.advance({ minutes: 16 });
    expect(codeOfError(await admin.ask(RESET, { accountId: other, reason }))).toBe('SECOND_FACTOR_REQUIRED');
  });
});

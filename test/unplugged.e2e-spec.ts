import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { isDatabaseAway, watchedSocket } from '#platform/database';
import { TestApp } from './support/app.js';
import { book, tap } from './support/bookings.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { capturedOutput } from './support/output.js';
import { PostOffice } from './support/post-office.js';
import { built, freePort, Program, until } from './support/processes.js';
import { Proxy } from './support/proxy.js';
import { aSession, aVolunteer } from './support/trainings.js';

const READY = '/health/ready';

describe('a database that is not there', () => {
  let database: TestDatabase;
  let line: Proxy;
  let api: Program;
  let apiUrl: string;

  beforeAll(async () => {
    [database] = await Promise.all([createTestDatabase(), built()]);
    line = await Proxy.to(database.url, 5432);
  }, 120_000);
  afterAll(async () => {
    await api.kill();
    await line.cut();
    await database.drop();
  });

  async function program(name: 'api' | 'worker', databaseUrl: string): Promise<{ child: Program; url: string }> {
    const port = await freePort();
    const child = new Program(name, {
      NODE_ENV: 'production',
      PORT: String(port),
      LISTEN_HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      APP_SECRET: 'only for drills, and long enough to be let through',
      LOG_LEVEL: 'warn',
    });
    child.start();
    return { child, url: `http://127.0.0.1:${port}` };
  }

  it('is waited for at the start, in one line of the log', async () => {
    await line.cut();
    ({ child: api, url: apiUrl } = await program('api', line.url));
    await until('it says what it waits for', async () => api.output.includes('Waiting for the database'));
    await pause(2500);
    expect(api.output.match(/ECONNREFUSED/g)).toHaveLength(1);
    await line.mend();
    await until('it is ready', async () => (await fetch(apiUrl + READY)).status === 200);
    expect(api.output).toMatch(/The database answers after \d+ s/);
    expect(api.output).not.toMatch(/\n\s+at /);
  }, 120_000);

  it('and then a stop takes no longer than the requests under way', async () => {
    const body = '{"query":"{ sessions(first: 5) { total nodes { id } } }"}';
    const headers = { 'content-type': 'application/json' };
    const ask = async (): Promise<void> => {
      for (;;) await (await fetch(`${apiUrl}/graphql`, { method: 'POST', headers, body })).text();
    };
    const busy = Promise.allSettled(Array.from({ length: 20 }, ask));
    await pause(500);
    await api.stop();
    await busy;
  }, 60_000);

  it.each([
    ['password', { password: 'a-wrong-secret' }, /refuses us: password authentication failed/],
    ['name', { pathname: '/nowhere' }, /refuses us: database "nowhere" does not exist/],
  ])(
    'with another %s ends the start in one readable line',
    async (_, change, words) => {
      const { child } = await program('worker', Object.assign(new URL(database.url), change).href);
      expect(await child.ended()).toBe(1);
      expect(child.output).toMatch(words);
      expect(child.output.trim().split('\n')).toHaveLength(1);
      expect(child.output).not.toContain('a-wrong-secret');
    },
    60_000,
  );
});

describe('a line that breaks', () => {
  let t: TestApp;
  let database: TestDatabase;
  let line: Proxy;

  beforeAll(async () => {
    database = await createTestDatabase();
    line = await Proxy.to(database.url, 5432);
    t = await TestApp.start({ databaseUrl: line.url });
  });
  afterAll(async () => {
    await line.cut();
    await line.mend();
    await t.close();
    await line.cut();
    await database.drop();
  });

  const ready = async (): Promise<number> => (await request(t.server).get(READY)).status;

  it('is told to the reader as such, and mends by itself', async () => {
    const person = await aVolunteer(t);
    expect(await ready()).toBe(200);
    await line.cut();
    const output = capturedOutput();
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.ask('{ viewer { email } }')));
    for (const { errors } of answers) {
      expect(errors?.[0]?.extensions['code']).toBe('UNAVAILABLE');
      expect(errors?.[0]?.message).toBe('Le service est momentanément indisponible. Réessayez dans un instant.');
    }
    expect(await ready()).toBe(503);
    output.end();
    expect(output.text().match(/The database is away/g)).toHaveLength(1);
    await line.mend();
    expect((await person.ask('{ viewer { email } }')).errors).toBeUndefined();
    expect(await ready()).toBe(200);
  });

  it('breaks no promise when it breaks inside a booking', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aVolunteer(t)));
    const sessionId = await aSession(t, { capacity: 4 });
    const taps = people.map((person, i) => ({ person, key: `tap-number-${i}` }));
    const first = Promise.allSettled(taps.map(({ person, key }) => tap(person, sessionId, { key })));
    await pause(15);
    await line.cut();
    await first;
    await line.mend();
    const second = await Promise.all(taps.map(({ person, key }) => book(person, sessionId, { key })));
    expect(second.filter(({ status }) => status === 'enrolled')).toHaveLength(4);
    const rows = await database.query('select id from enrolment where session_id = $1', [sessionId]);
    expect(rows).toHaveLength(12);
  });

  it('is noticed within seconds when nobody says that it broke', async () => {
    expect(await ready()).toBe(200);
    line.freeze();
    expect(await ready()).toBe(503);
    await line.cut();
    await line.mend();
    expect(await ready()).toBe(200);
  }, 20_000);

  it('is given up after some silence', async () => {
    const pool = new pg.Pool({ connectionString: line.url, max: 1, stream: () => watchedSocket(300) } as pg.PoolConfig);
    pool.on('error', () => undefined);
    await pool.query('select 1');
    line.freeze();
    const error: unknown = await pool.query('select 1').catch((fault: unknown) => fault);
    expect(isDatabaseAway(error)).toBe(true);
    await line.cut();
    await line.mend();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});

describe('a mail server that is not there', () => {
  it('keeps nobody from booking, and gets every mail when it is back', async () => {
    let office = await PostOffice.open();
    const { url } = office;
    await office.close();
    const t = await TestApp.start({ smtpUrl: url });
    try {
      const people = await Promise.all(Array.from({ length: 5 }, () => aVolunteer(t)));
      const sessionId = await aSession(t, { capacity: 3 });
      for (const person of people) await book(person, sessionId);
      const { failed } = await t.jobs({ mayFail: true });
      expect(failed).toHaveLength(5);
      expect(failed[0]?.error.message).toMatch(/^CONNECTION: /);
      office = await PostOffice.open(Number(new URL(url).port));
      t.clock.advance({ minutes: 5 });
      await t.jobs();
      expect(office.arrived).toHaveLength(5);
      const mails = await t.db.query('select distinct status, attempts from mail');
      expect(mails).toEqual([{ status: 'sent', attempts: 2 }]);
    } finally {
      await t.close();
      await office.close().catch(() => undefined);
    }
  });
});

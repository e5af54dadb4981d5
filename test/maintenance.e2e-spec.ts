import { jest } from '@jest/globals';
import request from 'supertest';
import { runCli } from '../apps/cli/src/program.js';
import { TestApp } from './support/app.js';
import { until } from './support/processes.js';
import { statementsOf } from './support/statements.js';

describe('maintenance', () => {
  let t: TestApp;
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    t = await TestApp.start();
    process.env.DATABASE_URL = t.config.databaseUrl;
  });
  beforeEach(() => {
    jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
  });
  afterAll(async () => {
    process.env.DATABASE_URL = before;
    await t.close();
  });

  const page = (language = 'fr'): request.Test =>
    request(t.server).get('/formations').set('accept', 'text/html').set('accept-language', language);
  const isClosed = async (): Promise<boolean> => (await t.visitor().ask('{ __typename }')).status === 503;
  const close = async (...words: string[]): Promise<void> => {
    expect(await runCli(['maintenance', 'on', ...words])).toBe(0);
    await until('the site is closed', isClosed);
  };
  const reopen = async (): Promise<void> => {
    expect(await runCli(['maintenance', 'off'])).toBe(0);
    await until('the site is open', async () => !(await isClosed()));
  };

  it('answers everybody in her language, with the time of return, until it is over', async () => {
    await close('--until', '2030-07-01T18:30');
    const french = await page();
    expect(french.status).toBe(503);
    expect(french.text).toContain('<html lang="fr" dir="ltr">');
    expect(french.text).toMatch(/lundi 1(er)? juillet 2030 vers 18:30/);
    expect(Number(french.headers['retry-after'])).toBeGreaterThan(60);
    expect(french.headers['cache-control']).toBe('no-store');
    expect((await page('en')).text).toContain('We will be back soon');
    // What has no text yet in a language is French, and says so.
    expect((await page('ar')).text).toMatch(/<html lang="(ar" dir="rtl|fr" dir="ltr)">/);
    await reopen();
    expect((await page()).text).not.toContain('Nous revenons bientôt');
  }, 60_000);

  it('tells programs by a code and when to come again; supervisors find the process alive', async () => {
    await close();
    const { status, errors } = await t.visitor('en').ask('{ home { __typename } }');
    expect(status).toBe(503);
    expect(errors?.[0]).toMatchObject({
      message: 'The site is closed while it is being updated. Try again a little later.',
      extensions: { code: 'MAINTENANCE', retryAfterSeconds: 60 },
    });
    const feed = await request(t.server).get('/calendar/x.ics').set('accept', 'text/calendar');
    expect([feed.status, (feed.body as { code: string }).code]).toEqual([503, 'MAINTENANCE']);
    expect((await request(t.server).get('/health/live')).status).toBe(200);
    await reopen();
  }, 60_000);

  it('lets administrators look who have proved a second factor, and nobody else', async () => {
    const strong = await t.signIn('strong@exemple.org', [{ role: 'admin' }]);
    const weak = await t.signIn('weak@exemple.org', [{ role: 'admin' }], { weak: true });
    const coordinator = await t.signIn('coord@exemple.org', [{ role: 'coordinator' }]);
    await close('--until', '23:59');
    expect((await strong.ask('{ systemState { version } }')).status).toBe(200);
    expect((await weak.ask('{ viewer { email } }')).status).toBe(503);
    expect((await coordinator.ask('{ viewer { email } }')).status).toBe(503);
    await reopen();
    const { auditEntries } = await strong.get<{ auditEntries: { nodes: { action: string }[] } }>(
      '{ auditEntries(text: "maintenance", first: 2) { nodes { action } } }',
    );
    expect(auditEntries.nodes.map(({ action }) => action)).toEqual(['maintenance.off', 'maintenance.on']);
  }, 60_000);

  it('begins closed when a process starts meanwhile, and costs open requests no statement', async () => {
    expect(await runCli(['maintenance', 'on', '--until', 'tomorrow'])).toBe(1);
    await close();
    const other = await TestApp.start({ databaseUrl: t.config.databaseUrl });
    expect((await other.visitor().ask('{ __typename }')).status).toBe(503);
    await other.close();
    await reopen();
    expect(await statementsOf(t.db, () => t.visitor().get('{ __typename }'))).toEqual([]);
  }, 60_000);
});

import { jest } from '@jest/globals';
import { Audit } from '#platform/audit';
import { Jobs } from '#platform/jobs';
import { PersonalRegistry } from '#platform/privacy';
import { TestApp } from './support/app.js';
import { book } from './support/bookings.js';
import { PostOffice } from './support/post-office.js';
import { tracesIn } from './support/traces.js';
import { aSession, aVolunteer } from './support/trainings.js';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const start = new Date('2026-03-02T09:00:00Z');
const after = (years: number, days = 0): Date => new Date(Date.UTC(2026 + years, 2, 2 + days, 9));

describe('retention', () => {
  let t: TestApp;
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
    t = await TestApp.start({ smtpUrl: office.url });
  });
  afterAll(async () => {
    await t.close();
    await office.close();
  });
  beforeEach(() => t.clock.set(start));

  /** What the worker does at night, and the jobs that follow from it. */
  async function night(): Promise<void> {
    await t.app.get(Jobs).runNow('retention.run');
    await t.jobs();
  }
  const count = async (sql: string, ...parameters: unknown[]): Promise<number> =>
    (await t.db.query<{ n: number }>(`select count(*)::int as n from ${sql}`, parameters))[0]?.n ?? -1;

  it('has a rule for every personal table, with a reason for each time', () => {
    for (const { table, retention } of t.app.get(PersonalRegistry).tables) {
      expect({ table, rules: retention.length }).not.toEqual({ table, rules: 0 });
      for (const rule of retention)
        if ('after' in rule && 'days' in rule.after) expect(rule.after.days).toBeGreaterThan(0);
    }
  });

  it('lets go of codes after a day, in batches, however many there are', async () => {
    await t.db.query(
      `insert into sign_in_code (email, code_hash, created_at, expires_at)
       select 'code-' || i || '@exemple.org', 'x', $1, $1 from generate_series(1, 12001) i`,
      [start],
    );
    t.clock.set(new Date(start.getTime() + DAY - 1000));
    await night();
    expect(await count('sign_in_code')).toBe(12_001);
    t.clock.set(new Date(start.getTime() + DAY + 1000));
    await night();
    expect(await count('sign_in_code')).toBe(0);
    const admin = await t.signIn('admin@exemple.org', [{ role: 'admin' }]);
    const { retentionRuns } = await admin.get<{ retentionRuns: { table: string; rows: number; title: string }[] }>(
      '{ retentionRuns { ranAt table title when rows } }',
    );
    expect(retentionRuns[0]).toMatchObject({ table: 'sign_in_code', title: 'Codes de connexion', rows: 12_001 });
    const volunteer = await aVolunteer(t);
    expect((await volunteer.ask('{ retentionRuns { rows } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('forgets mails to bare addresses after 30 days, and none that still waits', async () => {
    await t.db.query(
      `insert into mail (kind, to_address, status, created_at, not_before) values
        ('sign-in-code', 'partie@exemple.org', 'sent', $1, $1), ('sign-in-code', 'attend@exemple.org', 'queued', $1, $1)`,
      [start],
    );
    t.clock.set(new Date(start.getTime() + 29 * DAY));
    await t.app.get(Jobs).runNow('retention.run');
    expect(await count(`mail where to_address = 'partie@exemple.org'`)).toBe(1);
    t.clock.set(new Date(start.getTime() + 31 * DAY));
    await t.app.get(Jobs).runNow('retention.run');
    expect(await count(`mail where to_address = 'partie@exemple.org'`)).toBe(0);
    expect(await count(`mail where to_address = 'attend@exemple.org'`)).toBe(1);
    await t.db.query('delete from mail');
  });

  it('keeps a line of the journal for a year, and lets it go by its own way only', async () => {
    const write = (action: string): Promise<void> =>
      t.app.get(Audit).write({ actor: null, action, subjectType: 'essai', subjectId: '1' });
    await write('old');
    t.clock.set(after(0, 200));
    await write('young');
    t.clock.set(after(1, -1));
    await night();
    expect(await count(`audit_entry where subject_type = 'essai'`)).toBe(2);
    t.clock.set(after(1, 1));
    await night();
    expect(await t.db.query(`select action from audit_entry where subject_type = 'essai'`)).toEqual([
      { action: 'young' },
    ]);
  });

  it('keeps the latest sign-in of each account, which tells when somebody was last here', async () => {
    await aVolunteer(t, { email: 'appareils@exemple.org' });
    t.clock.set(after(0, 20));
    await t.signIn('appareils@exemple.org');
    t.clock.set(after(0, 95));
    await night();
    const rows = await t.db.query<{ created_at: Date }>(
      `select s.created_at from sign_in s join account a on a.id = s.account_id where a.email = 'appareils@exemple.org'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.created_at.getTime()).toBeGreaterThanOrEqual(after(0, 20).getTime());
  });

  it('warns people without contact for years, and erases them thirty days later unless they come back', async () => {
    const gone = await aVolunteer(t, { email: 'partie@exemple.org', displayName: 'Partie Lointaine' });
    await aVolunteer(t, { email: 'revenante@exemple.org' });
    const active = await aVolunteer(t, { email: 'active@exemple.org' });
    const [firmin] = await t.db.query<{ id: string }>(
      `insert into volunteer (display_name, source, created_at) values ('Firmin', 'reception', $1) returning id`,
      [start],
    );
    const here = (id: string | undefined): Promise<number> => count('volunteer where id = $1', id);
    await t.db.query('update volunteer set created_at = $1', [start]);
    await t.db.query('update account set created_at = $1', [start]);

    // Two years: people whom reception signed up.
    t.clock.set(after(2, -35));
    await night();
    expect(await count('pending_erasure')).toBe(0);
    t.clock.set(after(2, -29));
    await night();
    expect(await here(firmin?.id)).toBe(1);
    t.clock.set(after(2, 2));
    await night();
    expect(await here(firmin?.id)).toBe(0);

    // She booked something half a year ago: that is contact too, whoever booked it.
    const session = await aSession(t, { startsAt: after(2, 200) });
    await book(await t.signIn('active@exemple.org'), session);
    office.empty();
    t.clock.set(after(3, -29));
    await night();
    const warned = office.arrived.map(({ mail }) => [mail.to].flat()[0]?.text);
    expect(warned).toEqual(expect.arrayContaining(['partie@exemple.org', 'revenante@exemple.org']));
    expect(warned).not.toContain('active@exemple.org');
    await t.signIn('revenante@exemple.org');
    t.clock.set(after(3, 2));
    await night();
    expect(await here(gone.volunteerId)).toBe(0);
    expect(await tracesIn(t, ['partie@exemple.org', 'Partie Lointaine', gone.volunteerId])).toEqual([]);
    expect(await count(`account where email = 'revenante@exemple.org'`)).toBe(1);
    expect(await here(active.volunteerId)).toBe(1);
    expect(office.arrived.map(({ mail }) => mail.subject)).toContain('Vos données sont effacées');
  });
});

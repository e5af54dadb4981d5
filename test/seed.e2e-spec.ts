import { personas, seed } from '../apps/cli/src/seed/index.js';
import { TestApp } from './support/app.js';

describe('the demonstration', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
    await seed(t.app, { size: 'demo', seed: 42, log: () => undefined });
  });
  afterAll(() => t.close());

  const counts = async () =>
    (
      await t.db.query<Record<string, number>>(
        `select (select count(*) from volunteer)::int as people, (select count(*) from training_session)::int as sessions,
                (select count(*) from enrolment)::int as bookings, (select count(*) from mail)::int as mails`,
      )
    )[0];

  it('is written once', async () => {
    const before = await counts();
    // Beside the crowd and the personas: somebody without an address, and a profile to join with one that is known.
    expect(before).toMatchObject({ people: 2_000 + personas.length + 2, mails: 0 });
    const said: string[] = [];
    await seed(t.app, { size: 'demo', seed: 43, log: (line) => said.push(line) });
    expect(await counts()).toEqual(before);
    expect(said.join()).toMatch(/already/);
  });

  it('counts its seats right, and lets people wait only where none is left', async () => {
    const wrong = await t.db.query(
      `select s.id from training_session s
        where s.seats_taken <> (select count(*) from enrolment e
                                 where e.session_id = s.id and e.status in ('enrolled', 'offered'))
           or s.starts_at > now() and s.seats_taken < s.capacity
              and exists (select 1 from enrolment e where e.session_id = s.id and e.status = 'waiting')`,
    );
    expect(wrong).toEqual([]);
  });

  it('reaches nobody: every address is one of examples', async () => {
    const real = await t.db.query(`select email from contact where email !~ '@exemple\\.org$'`);
    expect(real).toEqual([]);
  });

  it('shows each kind of booking to its volunteer, with honest chances', async () => {
    const lina = await t.signIn('lina@exemple.org');
    const { myAgenda } = await lina.get<{
      myAgenda: { upcoming: { status: string; chances: { percent: number } | null }[]; past: { attended: string }[] };
    }>('{ myAgenda { upcoming { status chances { percent } } past { attended } } }');
    expect(myAgenda.upcoming.map((booking) => booking.status).sort()).toEqual(['enrolled', 'offered', 'waiting']);
    expect(myAgenda.upcoming.find((booking) => booking.status === 'waiting')?.chances?.percent).toBeGreaterThanOrEqual(
      0,
    );
    expect(myAgenda.past).toEqual([{ attended: 'present' }]);
  });

  it('has a session within two hours for its trainer', async () => {
    const samir = await t.signIn('samir@exemple.org');
    const { mySessionsToTrain } = await samir.get<{ mySessionsToTrain: { startsAt: string }[] }>(
      '{ mySessionsToTrain { startsAt } }',
    );
    const soon = mySessionsToTrain.filter(({ startsAt }) => {
      const hours = (Date.parse(startsAt) - Date.now()) / 3_600_000;
      return hours > 0 && hours < 2;
    });
    expect(soon).toHaveLength(1);
  });
});

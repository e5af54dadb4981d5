import fc from 'fast-check';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { createApp } from '../apps/api/src/create-app.js';
import { Person, TestApp } from './support/app.js';
import { aCrowd, answer, cancel, tap } from './support/bookings.js';
import { explain } from './support/seat-model.js';
import { type SharedAct, SharedSeatModel, type SharedSeats } from './support/shared-seat-model.js';
import { aSession } from './support/trainings.js';

/** Networks of the people, by their number. */
const NETWORKS = [['solidarity'], ['climate'], ['solidarity', 'climate'], [], ['solidarity'], ['climate'], []] as const;
const HOURS = 3_600_000;

const INVITE = `mutation($sessionId: ID!) { invitePair(sessionId: $sessionId) {
  ... on PairInvitation { code } ... on EnrolmentRefused { reason } } }`;
const ACCEPT = `mutation($code: String!) { acceptPairInvitation(code: $code) {
  ... on Enrolment { id status rank } ... on EnrolmentRefused { reason } ... on PairRefused { pairReason: reason } } }`;

type Step = { together: SharedAct[] } | 'expire';
type Cards = Record<'solidarity' | 'climate' | 'open', number>;

const who = fc.nat(NETWORKS.length - 1);
const alone = fc.record({
  kind: fc.constantFrom('book' as const, 'book' as const, 'cancel' as const, 'accept' as const, 'decline' as const),
  who,
});
const join = fc
  .record({ kind: fc.constant('join' as const), who, inviter: who })
  .filter((act) => act.who !== act.inviter);
const anyAct: fc.Arbitrary<SharedAct> = fc.oneof({ arbitrary: alone, weight: 7 }, { arbitrary: join, weight: 3 });
const historiesOf = (act: fc.Arbitrary<SharedAct>) => {
  const together = fc
    .uniqueArray(act, { minLength: 1, maxLength: 4, selector: (one) => one.who })
    .map((acts): Step => ({ together: acts }));
  const step = fc.oneof({ arbitrary: together, weight: 9 }, { arbitrary: fc.constant<Step>('expire'), weight: 1 });
  return fc.record({
    cards: fc.record({ solidarity: fc.nat(2), climate: fc.nat(2), open: fc.integer({ min: 1, max: 2 }) }),
    steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  });
};

/**
 * The same as for a plain waiting list, with seats kept for networks and people who come together: after each step some
 * order of the acts must explain every answer, every seat and the pool that it is from.
 */
describe('any history of a shared session with pairs', () => {
  let t: TestApp;
  let second: NestFastifyApplication;
  let people: Person[];
  let ids: string[];
  let sessionId: string;

  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    second = await createApp(t.config, t.clock);
    await second.listen(0, '127.0.0.1');
    const crowd = await aCrowd(t, NETWORKS.length);
    ids = crowd.map(({ volunteerId }) => volunteerId);
    people = crowd.map((person, i) => new Person(i % 2 ? t.server : second.getHttpServer(), person.cookie));
    for (const [i, networks] of NETWORKS.entries())
      await t.db.query('insert into membership (volunteer_id, network) select $1, unnest($2::text[])', [
        ids[i],
        networks,
      ]);
    sessionId = await aSession(t, { startsAt: new Date(Date.now() + 2000 * HOURS) });
  });
  afterAll(async () => {
    await second.close();
    await t.close();
  });

  async function begin(cards: Cards): Promise<void> {
    t.clock.real();
    await t.db.query('delete from enrolment');
    await t.db.query('delete from enrolment_pair');
    await t.db.transaction(async () => {
      const capacity = cards.solidarity + cards.climate + cards.open;
      await t.db.query('delete from seat_pool where session_id = $1', [sessionId]);
      await t.db.query('update training_session set capacity = $2, quota_release_days = 7 where id = $1', [
        sessionId,
        capacity,
      ]);
      await t.db.query(
        'insert into seat_pool (session_id, pool, quota, seats) select $1, p, n, n from unnest($2::text[], $3::int[]) as x(p, n)',
        [sessionId, Object.keys(cards), Object.values(cards)],
      );
    });
  }

  async function run({ cards, steps }: { cards: Cards; steps: Step[] }): Promise<void> {
    await begin(cards);
    const bookings = new Map<number, string>();
    let models = [SharedSeatModel.of(NETWORKS, cards)];
    for (const step of steps) {
      if (step === 'expire') {
        t.clock.advance({ hours: 25 });
        await t.app.get(Jobs).runNow('waiting-list.sweep');
        models.forEach((model) => model.expire());
        models = explain(models, [], { answers: [], seats: await seats() });
        expect(models).not.toEqual([]);
        continue;
      }
      const { acts, codes } = await prepare(step.together, models, bookings);
      const answers = await Promise.all(acts.map((act) => perform(act, codes, bookings)));
      await learn(bookings);
      const seen = { answers, seats: await seats() };
      const after = explain(models, acts, seen);
      if (after.length === 0)
        throw new Error(`No order explains ${JSON.stringify({ before: models[0]?.seats, acts, seen })}`);
      models = after;
    }
  }

  /** Leaves out what nobody can do, and has the invitations written that are accepted next. */
  async function prepare(acts: SharedAct[], models: SharedSeatModel[], bookings: Map<number, string>) {
    const codes = new Map<number, string>();
    for (const act of acts) {
      if (act.kind !== 'join') continue;
      const { invitePair } = await people[act.inviter]!.get<{ invitePair: { code?: string } }>(INVITE, { sessionId });
      if (!invitePair.code) continue;
      codes.set(act.inviter, invitePair.code);
      models.forEach((model) => model.invite(act.inviter));
    }
    const possible = acts.filter((act) =>
      act.kind === 'join' ? codes.has(act.inviter) : act.kind === 'book' || bookings.has(act.who),
    );
    return { acts: possible, codes };
  }

  async function perform(act: SharedAct, codes: Map<number, string>, bookings: Map<number, string>): Promise<string> {
    const person = people[act.who]!;
    if (act.kind === 'book') {
      const result = await tap(person, sessionId);
      return 'reason' in result ? result.reason : stateOf(result);
    }
    if (act.kind === 'join') {
      const { acceptPairInvitation: result } = await person.get<{
        acceptPairInvitation: { reason?: string; pairReason?: string; status: string; rank: number | null };
      }>(ACCEPT, { code: codes.get(act.inviter) });
      return result.reason ?? result.pairReason ?? stateOf(result);
    }
    const id = bookings.get(act.who) ?? '';
    const doing = act.kind === 'cancel' ? cancel(person, id) : answer(person, id, act.kind === 'accept');
    return doing.then(
      (result) => ('reason' in result ? result.reason : result.status),
      (error: Error) => (error.message.includes('NOT_FOUND') ? 'NOT_FOUND' : error.message),
    );
  }

  /** The latest booking of everybody: a friend's tap makes one for who invited, too. */
  async function learn(bookings: Map<number, string>): Promise<void> {
    const rows = await t.db.query<{ id: string; volunteerId: string }>(
      'select id, volunteer_id as "volunteerId" from enrolment where session_id = $1 order by queue_no',
      [sessionId],
    );
    for (const row of rows) bookings.set(ids.indexOf(row.volunteerId), row.id);
  }

  async function seats(): Promise<SharedSeats> {
    const rows = await t.db.query<{ volunteerId: string; status: string; pool: string }>(
      `select volunteer_id as "volunteerId", status, pool from enrolment
        where session_id = $1 and status in ('enrolled', 'offered', 'waiting') order by queue_no`,
      [sessionId],
    );
    const of = (status: string) => rows.filter((row) => row.status === status);
    const held = (status: string): string[] =>
      of(status)
        .map((row) => `${ids.indexOf(row.volunteerId)} ${row.pool}`)
        .sort();
    return {
      enrolled: held('enrolled'),
      offered: held('offered'),
      waiting: of('waiting').map((row) => ids.indexOf(row.volunteerId)),
    };
  }

  it('is one that could have happened on paper', async () => {
    await fc.assert(fc.asyncProperty(historiesOf(anyAct), run), {
      numRuns: 60,
      interruptAfterTimeLimit: 30_000,
      markInterruptAsFailure: false,
    });
  }, 120_000);

  it('is not, once the locks and the last guards are taken out: the test can tell', async () => {
    const undo = withoutLocks([t.app.get(Database), second.get(Database)]);
    await t.db.query('alter table training_session drop constraint session_never_overbooked');
    await t.db.query('alter table seat_pool drop constraint seat_pool_never_overbooked');
    try {
      const details = await fc.check(fc.asyncProperty(historiesOf(alone), run), {
        numRuns: 1000,
        endOnFailure: true,
        interruptAfterTimeLimit: 60_000,
      });
      expect(String(details.errorInstance)).toMatch(/No order explains/);
    } finally {
      undo();
    }
  }, 120_000);
});

const stateOf = ({ status, rank }: { status: string; rank: number | null }): string =>
  rank === null ? status : `${status} ${rank}`;

/** Makes the statements that lock rows read them only. */
function withoutLocks(databases: Database[]): () => void {
  for (const db of databases) {
    const read = db.read.bind(db);
    db.read = (name, text, values) => read(`unlocked-${name}`, text.replace(/for no key update( of s)?/, ''), values);
  }
  return () => databases.forEach((db) => Reflect.deleteProperty(db, 'read'));
}

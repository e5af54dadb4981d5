import fc from 'fast-check';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, violatedConstraint } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { createApp } from '../apps/api/src/create-app.js';
import { WaitingList } from '../libs/trainings/src/waiting-list.service.js';
import { Person, TestApp } from './support/app.js';
import { aCrowd, answer, cancel, tap } from './support/bookings.js';
import { type Act, explain, SeatModel, type Seats } from './support/seat-model.js';
import { aSession } from './support/trainings.js';

const PEOPLE = 6;
const HOURS = 3_600_000;

/** Acts that happen at the same time, or the passing of all deadlines. */
type Step = { together: Act[] } | 'expire';

const personal = fc.record({
  kind: fc.constantFrom('book' as const, 'book' as const, 'cancel' as const, 'accept' as const, 'decline' as const),
  who: fc.nat(PEOPLE - 1),
});
const resize = fc.record({ kind: fc.constant('capacity' as const), seats: fc.integer({ min: 1, max: 4 }) });
const anyAct = fc.oneof({ arbitrary: personal, weight: 9 }, { arbitrary: resize, weight: 1 });

const historiesOf = (act: fc.Arbitrary<Act>) => {
  // Everybody does one thing at a time; the second of two taps is another story, told elsewhere.
  const selector = (one: Act): unknown => (one.kind === 'capacity' ? 'capacity' : one.who);
  const together = fc
    .uniqueArray(act, { minLength: 1, maxLength: 4, selector })
    .map((acts): Step => ({ together: acts }));
  const step = fc.oneof({ arbitrary: together, weight: 9 }, { arbitrary: fc.constant<Step>('expire'), weight: 1 });
  return fc.record({
    capacity: fc.integer({ min: 1, max: 3 }),
    steps: fc.array(step, { minLength: 1, maxLength: 10 }),
  });
};

/**
 * Histories of bookings, cancellations, answers, expiries and changes of capacity, with acts at the same time through
 * two processes of the API on one database. After each step some order of the acts must explain every answer and every
 * seat by the rules of a waiting list on paper.
 */
describe('any history of a waiting list', () => {
  let t: TestApp;
  let second: NestFastifyApplication;
  let people: Person[];
  let sessionId: string;
  let ids: string[];

  beforeAll(async () => {
    t = await TestApp.start();
    await t.app.listen(0, '127.0.0.1');
    second = await createApp(t.config, t.clock);
    await second.listen(0, '127.0.0.1');
    const crowd = await aCrowd(t, PEOPLE);
    ids = crowd.map(({ volunteerId }) => volunteerId);
    people = crowd.map((person, i) => new Person(i % 2 ? t.server : second.getHttpServer(), person.cookie));
    sessionId = await aSession(t, { startsAt: new Date(Date.now() + 2000 * HOURS) });
  });
  afterAll(async () => {
    await second.close();
    await t.close();
  });

  async function run({ capacity, steps }: { capacity: number; steps: Step[] }): Promise<void> {
    t.clock.real();
    await t.db.query('delete from enrolment');
    await t.db.query('update training_session set capacity = $2 where id = $1', [sessionId, capacity]);
    const bookings = new Map<number, string>();
    let models = [SeatModel.of(capacity)];
    for (const step of steps) {
      if (step === 'expire') {
        t.clock.advance({ hours: 25 });
        await t.app.get(Jobs).runNow('waiting-list.sweep');
        models.forEach((model) => model.expire());
        models = explain(models, [], { answers: [], seats: await seats() });
        expect(models).not.toEqual([]);
        continue;
      }
      // Who has booked nothing yet has nothing to cancel or to answer.
      const acts = step.together.filter(
        (act) => act.kind === 'capacity' || act.kind === 'book' || bookings.has(act.who),
      );
      const answers = await Promise.all(acts.map((act) => perform(act, bookings)));
      const seen = { answers, seats: await seats() };
      const after = explain(models, acts, seen);
      if (after.length === 0)
        throw new Error(`No order explains ${JSON.stringify({ before: models[0]?.seats, acts, seen })}`);
      models = after;
    }
  }

  async function perform(act: Act, bookings: Map<number, string>): Promise<string> {
    if (act.kind === 'capacity') return resizeTo(act.seats);
    const person = people[act.who];
    if (!person) throw new Error(`Nobody is ${act.who}`);
    if (act.kind === 'book') {
      const result = await tap(person, sessionId);
      if ('reason' in result) return result.reason;
      bookings.set(act.who, result.id);
      return result.rank === null ? result.status : `${result.status} ${result.rank}`;
    }
    const id = bookings.get(act.who) ?? '';
    const doing = act.kind === 'cancel' ? cancel(person, id) : answer(person, id, act.kind === 'accept');
    return doing.then(
      (result) => ('reason' in result ? result.reason : result.status),
      (error: Error) => (error.message.includes('NOT_FOUND') ? 'NOT_FOUND' : error.message),
    );
  }

  /** As a coordinator's saving of the session does. */
  async function resizeTo(capacity: number): Promise<string> {
    const db = second.get(Database);
    try {
      await db.transaction(async () => {
        await db.query('select 1 from training_session where id = $1 for no key update', [sessionId]);
        await db.query('update training_session set capacity = $2 where id = $1', [sessionId, capacity]);
        await second.get(WaitingList).passOn([sessionId]);
      });
      return 'done';
    } catch (error) {
      if (violatedConstraint(error) === 'session_never_overbooked') return 'refused';
      throw error;
    }
  }

  async function seats(): Promise<Seats> {
    const rows = await t.db.query<{ volunteerId: string; status: string }>(
      `select volunteer_id as "volunteerId", status from enrolment
        where session_id = $1 and status in ('enrolled', 'offered', 'waiting') order by queue_no`,
      [sessionId],
    );
    const [session] = await t.db.query<{ capacity: number; taken: number }>(
      'select capacity, seats_taken as taken from training_session where id = $1',
      [sessionId],
    );
    const who = (status: string): number[] =>
      rows.flatMap((row) => (row.status === status ? ids.indexOf(row.volunteerId) : []));
    const enrolled = who('enrolled').sort((a, b) => a - b);
    const offered = who('offered').sort((a, b) => a - b);
    if (session?.taken !== enrolled.length + offered.length) throw new Error(`Counted ${session?.taken} seats`);
    return { capacity: session.capacity, enrolled, offered, waiting: who('waiting') };
  }

  it('is one that a fair list on paper could have had', async () => {
    await fc.assert(fc.asyncProperty(historiesOf(anyAct), run), {
      numRuns: 100,
      interruptAfterTimeLimit: 60_000,
      markInterruptAsFailure: false,
    });
  }, 120_000);

  it('is not, once the lock and the last guard are taken out: the test can tell', async () => {
    const undo = withoutLocks([t.app.get(Database), second.get(Database)]);
    await t.db.query('alter table training_session drop constraint session_never_overbooked');
    try {
      const details = await fc.check(fc.asyncProperty(historiesOf(personal), run), {
        numRuns: 1000,
        endOnFailure: true,
        interruptAfterTimeLimit: 90_000,
      });
      expect(String(details.errorInstance)).toMatch(/No order explains/);
    } finally {
      undo();
    }
  }, 120_000);
});

/** Makes the statements that lock rows read them only. */
function withoutLocks(databases: Database[]): () => void {
  for (const db of databases) {
    const read = db.read.bind(db);
    db.read = (name, text, values) => read(`unlocked-${name}`, text.replace(/for no key update( of s)?/, ''), values);
  }
  return () => databases.forEach((db) => Reflect.deleteProperty(db, 'read'));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplicationContext, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JobRunner, Jobs } from '#platform/jobs';
import { type ComposedMail, MailTemplates, Outbox } from '#platform/mail';
import { WorkerModule } from '../apps/worker/src/worker.module.js';
import { TestApp } from './support/app.js';
import { PostOffice } from './support/post-office.js';

declare module '#platform/jobs' {
  interface JobMap {
    'test.note': { text: string };
    'test.chain': { left: number };
    'test.fail': Record<string, never>;
  }
}

describe('jobs', () => {
  let t: TestApp;
  let office: PostOffice;
  let jobs: Jobs;
  const notes: string[] = [];

  beforeAll(async () => {
    office = await PostOffice.open();
    t = await TestApp.start({ smtpUrl: office.url });
    jobs = t.app.get(Jobs);
    listen(jobs, notes);
  });
  afterAll(async () => {
    await t.close();
    await office.close();
  });
  beforeEach(async () => {
    notes.length = 0;
    office.empty();
    t.clock.real();
    await t.db.query('delete from graphile_worker._private_jobs');
    await t.db.query('delete from mail');
  });

  function listen(of: Jobs, heard: string[]): void {
    of.handle('test.note', ({ text }) => Promise.resolve(void heard.push(text)));
    of.handle('test.chain', async ({ left }) => {
      heard.push(`chain ${left}`);
      if (left > 0) await of.add('test.chain', { left: left - 1 });
    });
    of.handle('test.fail', () => Promise.reject(new Error('out of order')));
  }

  async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}`);
      await pause(20);
    }
  }

  describe('in the queue', () => {
    it('exist only if the transaction commits', async () => {
      const undone = t.db.transaction(async () => {
        await jobs.add('test.note', { text: 'never' });
        throw new Error('no');
      });
      await expect(undone).rejects.toThrow('no');
      await t.db.transaction(() => jobs.add('test.note', { text: 'kept' }));
      await t.jobs();
      expect(notes).toEqual(['kept']);
    });

    it('replace each other by key, and can be taken back', async () => {
      await jobs.add('test.note', { text: 'old' }, { key: 'k' });
      await jobs.add('test.note', { text: 'new' }, { key: 'k' });
      await jobs.add('test.note', { text: 'gone' }, { key: 'g' });
      await jobs.remove('g');
      await t.jobs();
      expect(notes).toEqual(['new']);
    });

    it('go by priority, then by time, and include what they add themselves', async () => {
      await jobs.addMany('test.note', [
        { payload: { text: 'last' }, priority: 5 },
        { payload: { text: 'first' }, priority: -1 },
      ]);
      await jobs.add('test.chain', { left: 2 });
      expect((await t.jobs()).done).toHaveLength(5);
      expect(notes).toEqual(['first', 'chain 2', 'chain 1', 'chain 0', 'last']);
    });

    it.each([
      ['ahead of', '2031-03-30T00:00:00Z'],
      ['behind', '2021-03-28T00:00:00Z'],
    ])('follow a clock that is %s the real one', async (_, now) => {
      t.clock.set(new Date(now));
      const inOneHour = new Date(t.clock.now().getTime() + 3_600_000);
      await jobs.add('test.note', { text: 'later' }, { runAt: inOneHour });
      await jobs.add('test.note', { text: 'at once' });
      await t.jobs();
      expect(notes).toEqual(['at once']);
      t.clock.advance({ minutes: 61 });
      await t.jobs();
      expect(notes).toEqual(['at once', 'later']);
    });

    it('that fail wait before the next try, and show once all tries are used', async () => {
      await jobs.add('test.fail', {}, { maxAttempts: 2 });
      expect((await t.jobs({ mayFail: true })).failed).toMatchObject([{ name: 'test.fail' }]);
      expect((await t.jobs()).done).toEqual([]);
      t.clock.advance({ seconds: 5 });
      await expect(t.jobs()).rejects.toThrow('test.fail: out of order');
      expect(await jobs.state()).toMatchObject({ failed: 1 });
      expect(await jobs.failed()).toMatchObject([{ name: 'test.fail', attempts: 2, lastError: 'out of order' }]);
    });

    it('have one handler each, and refuse an unknown name with the known ones', async () => {
      expect(() => jobs.handle('test.note', () => Promise.resolve())).toThrow('two handlers');
      await expect(jobs.runNow('test.nothing')).rejects.toThrow(/test\.nothing.*test\.note/);
    });
  });

  describe('in the worker', () => {
    let worker: INestApplicationContext;
    afterEach(() => worker.close());

    /** The worker as it runs in production, which also knows the jobs and mails of this test. */
    async function startWorker(): Promise<void> {
      @Injectable()
      class OfThisTest implements OnModuleInit {
        constructor(
          private readonly own: Jobs,
          private readonly templates: MailTemplates,
        ) {}
        onModuleInit(): void {
          listen(this.own, notes);
          this.templates.register('parcel', ({ params }) => Promise.resolve(parcel(Number(params.n))));
        }
      }
      @Module({ imports: [WorkerModule.with(t.config, t.clock)], providers: [OfThisTest] })
      class TestWorker {}
      worker = await NestFactory.createApplicationContext(TestWorker, { logger: false });
    }

    it('are done within moments, also after every connection was cut', async () => {
      await startWorker();
      await jobs.add('test.note', { text: 'one' });
      await until('the first note', () => notes.includes('one'), 2);
      await t.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
      const add = (): Promise<void> => jobs.add('test.note', { text: 'two' });
      await add().catch(add);
      await until('the second note', () => notes.includes('two'));
      expect(worker.get(JobRunner).isRunning).toBe(true);
    });

    it('that are under way end before the worker stops', async () => {
      await startWorker();
      office.meet('hang');
      await outbox([0]);
      await until('the mail to be under way', () => office.tries === 1);
      const stopped = worker.close();
      await pause(100);
      office.hangUp();
      await stopped;
      expect(await t.db.query('select status, attempts from mail')).toEqual([{ status: 'queued', attempts: 1 }]);
      expect(await t.db.query('select locked_by from graphile_worker.jobs')).toEqual([{ locked_by: null }]);
    });

    it('bring 200 mails, each once', async () => {
      await outbox(Array.from({ length: 200 }, (_, n) => n));
      await startWorker();
      await until('all mails to be settled', async () => (await jobs.state()).depth === 0, 60);
      expect(new Set(office.arrived.map(({ mail }) => mail.subject)).size).toBe(200);
      expect(office.arrived).toHaveLength(200);
      expect(await t.db.query('select status, count(*)::int as n from mail group by 1')).toEqual([
        { status: 'sent', n: 200 },
      ]);
    }, 60_000);

    it('of a worker that is killed are taken over, and its mail leaves under the same Message-ID', async () => {
      office.meet('hang');
      await t.visitor().get('mutation { requestSignInCode(email: "awa@exemple.org") { email } }');
      const victim = startProcess();
      await until('the mail to be under way', () => office.tries === 1);
      const gone = once(victim, 'exit');
      victim.kill('SIGKILL');
      await gone;
      await startWorker();
      await until('the mail to arrive', () => office.arrived.length > 0, 30);
      const [mail] = await t.db.query<{ id: string }>('select id from mail');
      expect(office.arrived.map((arrived) => arrived.mail.messageId)).toEqual([
        `<${mail?.id}@${t.config.brandDomain}>`,
      ]);
      await until('the row to be settled', async () => (await jobs.state()).depth === 0);
      expect(await t.db.query('select status from mail')).toEqual([{ status: 'sent' }]);
    }, 60_000);

    function outbox(numbers: number[]): Promise<void> {
      return t.app
        .get(Outbox)
        .send(numbers.map((n) => ({ kind: 'parcel', toAddress: `n${n}@exemple.org`, params: { n } })));
    }

    function parcel(n: number): ComposedMail {
      return { subject: `Parcel ${n}`, heading: 'Parcel', blocks: [{ text: 'x' }], why: 'Test.' };
    }

    /** A worker process of its own, from the build that `npm test` makes first. */
    function startProcess(): ChildProcess {
      const { databaseUrl, smtpUrl, appSecret } = t.config;
      const env = {
        ...process.env,
        DATABASE_URL: databaseUrl,
        SMTP_URL: smtpUrl,
        APP_SECRET: appSecret,
        NODE_OPTIONS: '',
      };
      return spawn(process.execPath, ['dist/apps/worker/src/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
  });
});

import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { AccountsService, SignInService } from '#platform/accounts';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { cookieName, type Role } from '#platform/identity';
import { drain, type Drained } from '#platform/jobs';
import { type Locale, type Network, TestClock } from '#platform/kernel';
import { createApp } from '../../apps/api/src/create-app.js';
import { createTestDatabase } from './database.js';

export interface GraphqlAnswer<T> {
  status: number;
  data: T;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** Somebody who talks to the API over HTTP, with or without being signed in. */
export class Person {
  constructor(
    private readonly server: Parameters<typeof request>[0],
    readonly cookie: string | null,
    readonly locale: Locale = 'fr',
  ) {}

  /** The answer as it came, errors included. */
  async ask<T = Record<string, never>>(query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
    const call = request(this.server).post('/graphql').set('accept-language', this.locale);
    if (this.cookie) void call.set('cookie', this.cookie);
    const { status, body } = await call.send({ query, variables });
    return { status, ...(body as { data: T; errors?: GraphqlAnswer<T>['errors'] }) };
  }

  /** The data, where no error is expected. */
  async get<T = Record<string, never>>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(query, variables);
    if (errors)
      throw new Error(errors.map((error) => `${error.message} ${JSON.stringify(error.extensions)}`).join('\n'));
    return data;
  }
}

export interface RoleGiven {
  role: Role;
  network?: Network;
  arrondissement?: number;
}

/** The API on a database of its own, with a clock that tests move. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: TestClock,
    readonly config: Config,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(settings: Partial<Config> = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const config = Object.assign(new Config(), {
      nodeEnv: 'test',
      logLevel: 'error',
      databaseUrl: database.url,
      smtpUrl: 'smtp://127.0.0.1:9',
      appSecret: 'a secret of the tests, long enough',
      publicUrl: 'http://localhost:4000',
      webDir: '.data/no-pages',
      ...settings,
    });
    const clock = new TestClock();
    const app = await createApp(config, clock);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApp(app, clock, config, database.drop);
  }

  get db(): Database {
    return this.app.get(Database);
  }

  get server(): Parameters<typeof request>[0] {
    return this.app.getHttpServer();
  }

  visitor(locale: Locale = 'fr'): Person {
    return new Person(this.server, null, locale);
  }

  /**
   * Signs an address in through a one-time link, with the given roles; the account has no profile yet.
   *
   * @param weak the sign-in has proved no second factor, so the roles do not count yet
   */
  async signIn(email = `${randomUUID()}@exemple.org`, roles: RoleGiven[] = [], { weak = false } = {}): Promise<Person> {
    const accounts = this.app.get(AccountsService);
    const accountId = await accounts.ensure(email);
    for (const { role, network = null, arrondissement = null } of roles)
      await accounts.grant(null, { email, role, network, arrondissement, expiresAt: null });
    const link = await this.app.get(SignInService).newLink(accountId, 1, { strong: !weak });
    const opened = await this.app.get(SignInService).byLink(link.slice(link.lastIndexOf('/') + 1), 'Test');
    if ('reason' in opened) throw new Error(opened.reason);
    return new Person(this.server, `${cookieName(this.config)}=${opened.token}`);
  }

  /** Does all jobs that are due by the test's clock. */
  jobs(options: { mayFail?: boolean } = {}): Promise<Drained> {
    return drain(this.app, options);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
  }
}

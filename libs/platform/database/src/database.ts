import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import { ConnectionLost } from './connection-lost.js';
import { isRetryable } from './violation.js';

const ATTEMPTS = 4;

/**
 * The one door to Postgres. A transaction is carried by the asynchronous context, so that no call inside it can
 * forget it and wait for a second connection.
 */
@Injectable()
export class Database {
  private readonly running = new AsyncLocalStorage<QueryRunner>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Runs the work in one transaction; inside another it joins it. After a deadlock or a serialization failure the
   * work starts again from the beginning in a new transaction, so it must have no effect outside the database.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      const result = await this.running.run(runner, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // TypeORM lets go of a runner whose connection breaks, and every later error is about that.
      if (runner.isReleased) throw new ConnectionLost(error);
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The repository of an entity, within the running transaction if there is one. */
  repo<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return (this.running.getStore()?.manager ?? this.source.manager).getRepository(entity);
  }

  /** Rows of a statement, within the running transaction if there is one. */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const rows: unknown = await (this.running.getStore() ?? this.source).query(sql, parameters);
    // TypeORM answers UPDATE and DELETE as [rows, count].
    return (isRowsAndCount(rows) ? rows[0] : rows) as T[];
  }

  /**
   * A hot read: the statement is prepared once per connection under its name, which spares Postgres the planning and
   * this process the hydration. The name must stand for exactly one text.
   */
  async read<T = Record<string, unknown>>(name: string, text: string, values: unknown[] = []): Promise<T[]> {
    const client = await this.client();
    return (await client.query({ name, text, values })).rows as T[];
  }

  /** Connection of the running transaction for what TypeORM cannot do (COPY), else the pool. */
  async client(): Promise<Pool | PoolClient> {
    const runner = this.running.getStore();
    if (runner) return (await runner.connect()) as PoolClient;
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

function isRowsAndCount(rows: unknown): rows is [unknown[], number] {
  return Array.isArray(rows) && rows.length === 2 && Array.isArray(rows[0]) && typeof rows[1] === 'number';
}

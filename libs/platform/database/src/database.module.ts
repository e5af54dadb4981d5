import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions, EntitySchema } from 'typeorm';
import { Config } from '#platform/config';
import { migrations } from '#migrations';
import { Database } from './database.js';
import { SnakeNaming } from './naming.strategy.js';
import { watchedSocket } from './watched-socket.js';

type Entities = (new () => object)[] | EntitySchema[];

/** Options of the one Postgres schema; the entity list is explicit because globs differ between compilers. */
export function dataSourceOptions(url: string, entities: Entities, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize,
    uuidExtension: 'pgcrypto',
    applicationName: 'volontaires',
    extra: { connectionTimeoutMillis: 10_000 },
  };
}

/** A mail on its way keeps its transaction silent for up to a minute; no statement of the platform takes two. */
const SILENCE_MS = 120_000;

@Global()
@Module({})
export class DatabaseModule {
  static with(entities: Entities): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => {
            const options = dataSourceOptions(config.databaseUrl, entities, config.databasePoolSize);
            const extra = { ...options.extra, stream: () => watchedSocket(SILENCE_MS) };
            return { ...options, extra, retryAttempts: 3, retryDelay: 1000 };
          },
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}

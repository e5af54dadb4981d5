import { DataSource } from 'typeorm';
import { audienceEntities } from '#lib/audience';
import { recognitionEntities } from '#lib/recognition';
import { trainingEntities } from '#lib/trainings';
import { volunteerEntities } from '#lib/volunteers';
import { dataSourceOptions } from '#platform/database';
import { platformEntities } from '#platform/machinery';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Tables of libraries, and of TypeORM itself. */
const NOT_OURS = ['migrations'];

describe('the database schema', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource(
      dataSourceOptions(database.url, [
        ...platformEntities,
        ...volunteerEntities,
        ...trainingEntities,
        ...recognitionEntities,
        ...audienceEntities,
      ]),
    ).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is what the entities say: nothing to migrate', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('has a primary key and an entity for every table', async () => {
    const tables = await database.query<{ name: string; keyed: boolean }>(
      `select c.relname as name, exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary) as keyed
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    expect(tables.filter((table) => !table.keyed)).toEqual([]);
    const mapped = new Set([...source.entityMetadatas.map((entity) => entity.tableName), ...NOT_OURS]);
    expect(tables.map((table) => table.name).filter((name) => !mapped.has(name))).toEqual([]);
  });

  it('indexes every foreign key that something is deleted or looked up by', async () => {
    const uncovered = await database.query<{ fk: string }>(
      `select c.conname as fk from pg_constraint c
        where c.contype = 'f' and c.confdeltype in ('c', 'n') and c.connamespace = 'public'::regnamespace
          and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
        order by 1`,
    );
    expect(uncovered).toEqual([]);
  });

  it('can be taken down and put up again', async () => {
    const count = source.migrations.length;
    for (let i = 0; i < count; i++) await source.undoLastMigration();
    const left = await database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm') and relname <> 'migrations'`,
    );
    expect(left).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(count);
  });
});

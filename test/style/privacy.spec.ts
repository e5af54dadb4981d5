import { audiencePersonal } from '#lib/audience';
import { recognitionPersonal } from '#lib/recognition';
import { trainingsPersonal } from '#lib/trainings';
import { volunteersPersonal } from '#lib/volunteers';
import { type PersonalTable, platformPersonal } from '#platform/privacy';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const LIBS = [platformPersonal, volunteersPersonal, trainingsPersonal, recognitionPersonal, audiencePersonal];
const TABLES: PersonalTable[] = LIBS.flatMap((lib) => lib.tables);
const IMPERSONAL = LIBS.flatMap((lib) => Object.keys(lib.impersonal));

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  /** Table that its foreign key leads to. */
  leadsTo: string | null;
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
         (select f.confrelid::regclass::text from pg_constraint f
           where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum]) as "leadsTo"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
   order by 1, a.attnum`;

/** Types that can hold words about a person. */
const WORDS = /^(text|citext|character varying|jsonb?|bytea|inet|.*\[\])$/;

/** Whether a column says who somebody is, by its foreign key or, where there is none, by its name. */
const namesSomebody = ({ leadsTo, name, type }: Column): boolean =>
  leadsTo === 'volunteer' ||
  leadsTo === 'account' ||
  (leadsTo === null && type === 'uuid' && /(^|_)(volunteer_id|account_id|by)$/.test(name));

const saysColumn = (sql: string, column: string): boolean => new RegExp(`\\b${column}\\b`).test(sql);

describe('the declarations of personal data', () => {
  let database: TestDatabase;
  let columns: Column[];
  beforeAll(async () => {
    database = await createTestDatabase();
    columns = await database.query<Column>(COLUMNS);
  });
  afterAll(() => database.drop());

  const of = (table: string): Column[] => columns.filter((column) => column.table === table);

  it('name every table of the base once, as personal or with the reason why it is not', () => {
    const declared = [...TABLES.map(({ table }) => table), ...IMPERSONAL].sort();
    expect(declared).toEqual([...new Set(columns.map(({ table }) => table))].sort());
  });

  it('leave no column that names somebody outside the rules', () => {
    const unclaimed = columns
      .filter(namesSomebody)
      .filter(({ table, name }) => {
        const declared = TABLES.find((one) => one.table === table);
        if (!declared) return true;
        return !(
          saysColumn(declared.belongsTo, name) || declared.mentions?.some((mention) => mention.column === name) === true
        );
      })
      .map(({ table, name }) => `${table}.${name}`);
    expect(unclaimed).toEqual([]);
  });

  it('say of every column that can hold words what a base without people has there', () => {
    const unsaid = TABLES.flatMap(({ table, anonymise }) =>
      anonymise === 'empty'
        ? []
        : of(table)
            .filter(({ type, name }) => WORDS.test(type) && !(name in anonymise.set) && !anonymise.plain.includes(name))
            .map(({ name }) => `${table}.${name}`),
    );
    expect(unsaid).toEqual([]);
  });

  it('name only columns that exist, and empty only those that may be empty', () => {
    const faults = TABLES.flatMap((declared) => {
      const { table, mentions = [], export: out, erasure, anonymise, merge } = declared;
      const known = new Map(of(table).map((column) => [column.name, column]));
      const moved = 'volunteer' in merge || 'account' in merge ? [merge.volunteer, merge.account] : [];
      const named = [
        ...mentions.map(({ column }) => column),
        ...Object.keys(out.withheld ?? {}),
        ...(erasure.do === 'unlink' ? Object.keys(erasure.set) : []),
        ...(anonymise === 'empty' ? [] : [...Object.keys(anonymise.set), ...anonymise.plain]),
        ...moved.filter((column) => column !== undefined),
      ];
      return [
        ...named.filter((name) => !known.has(name)).map((name) => `${table} has no ${name}`),
        ...mentions
          .filter(({ column }) => known.get(column)?.nullable === false)
          .map(({ column }) => `${table}.${column} cannot be emptied`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('are SQL that Postgres understands', async () => {
    const faults: string[] = [];
    for (const declared of TABLES) {
      for (const sql of statementsOf(declared)) {
        await database
          .query(`explain ${sql}`, [null, null, null])
          .catch((error: unknown) => faults.push(`${declared.table}: ${String(error)} in ${sql}`));
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Every condition and expression of a declaration, as statements that change nothing. */
function statementsOf({ table, belongsTo, export: out, erasure, retention, anonymise }: PersonalTable): string[] {
  const all = '($1::uuid is null or $2::uuid is null or $3::citext[] is null)';
  const contact = table === 'volunteer' ? ', lateral (select now() as last_contact) latest' : '';
  const select = (...expressions: string[]): string[] =>
    expressions.map((expression) => `select ${expression} from ${table}${contact} where ${all}`);
  const timed = retention.filter((rule) => 'after' in rule);
  return [
    `select 1 from ${table} where ${all} and (${belongsTo})`,
    ...select(...Object.values(out.plus ?? {})),
    ...(erasure.do === 'unlink' ? select(...Object.values(erasure.set), erasure.keeps ?? 'true') : []),
    ...select(...timed.flatMap(({ since, where = 'true' }) => [`(${since})::timestamptz`, `(${where})::boolean`])),
    ...select(...timed.flatMap((rule) => (typeof rule.do === 'string' ? [] : Object.values(rule.do.set)))),
    ...(anonymise === 'empty' ? [] : select(...Object.values(anonymise.set))),
  ];
}

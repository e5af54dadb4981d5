import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** A column of a table whose rows are about a volunteer. */
interface Reference {
  table: string;
  column: string;
}

/** Tables that an import itself writes for each person; what stands in any other is somebody's doing. */
const OWN = ['contact', 'membership', 'consent'];
/** What the platform notes about people by itself, which goes with them. */
const NOTED = ['volunteer_import_change', 'duplicate_pair'];

/**
 * What the base knows about people in all tables, also those that came after this lib: whatever refers to a volunteer
 * by a foreign key counts.
 */
@Injectable()
export class ImportTraces {
  constructor(private readonly db: Database) {}

  /**
   * Tables besides our own that hold something about people whom the running transaction has just created: nobody else
   * can see them yet, so triggers filled them.
   * @param people relation with a column `id`
   */
  async filledByTriggers(people: string): Promise<string[]> {
    const filled: string[] = [];
    for (const { table, column } of await this.references())
      if (!OWN.includes(table)) {
        const [row] = await this.db.query(`select from ${people} p join ${table} t on t.${column} = p.id limit 1`);
        if (row) filled.push(table);
      }
    return [...new Set(filled)];
  }

  /** SQL condition: something besides what the import and triggers wrote refers to the volunteer `person`. */
  async inUse(person: string, filledByTriggers: readonly string[]): Promise<string> {
    const others = (await this.references()).filter(
      ({ table }) => !OWN.includes(table) && !filledByTriggers.includes(table),
    );
    return others
      .map(({ table, column }) => `exists (select from ${table} t where t.${column} = ${person})`)
      .concat('false')
      .join(' or ');
  }

  /**
   * SQL of a sum over all rows about the people of a relation with a column `id`, whatever the table: any row that is
   * added, changed or removed makes another sum.
   * @returns a query with the columns `id` and `hash`
   */
  async hashes(people: string): Promise<string> {
    const references = await this.references();
    const parts = [{ table: 'volunteer', column: 'id' }, ...references].map(
      ({ table, column }) =>
        `select p.id, hashtextextended('${table}' || t::text, 0)::numeric as hash
           from ${people} p join ${table} t on t.${column} = p.id`,
    );
    return `select id, sum(hash) as hash from (${parts.join(' union all ')}) h group by id`;
  }

  private async references(): Promise<Reference[]> {
    const all = await this.db.query<Reference>(
      `select c.conrelid::regclass::text as table, quote_ident(a.attname) as column
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'volunteer'::regclass and cardinality(c.conkey) = 1
        order by 1, 2`,
    );
    return all.filter(({ table }) => !NOTED.includes(table));
  }
}

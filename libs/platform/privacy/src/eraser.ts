import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { childrenFirst, type Reference } from './erase-order.rules.js';
import type { ErasureCause } from './erasure.entities.js';
import { ErasureSteps } from './erasure-steps.js';
import { type KnownPerson, parametersOf, PersonFinder, TYPED } from './person.js';
import { PersonalRegistry } from './personal-registry.js';
import type { PersonalTable } from './personal-table.js';

const REFERENCES = `
  select conrelid::regclass::text as "from", confrelid::regclass::text as "to"
    from pg_constraint where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace
   order by 1, 2`;

const DONE = `
  insert into erasure (volunteer_pseudonym, account_pseudonym, cause, done_at)
  values (pseudonym_of($1::uuid), pseudonym_of($2::uuid), $3, $4)`;

const QUEUE = `
  delete from graphile_worker._private_jobs
   where locked_at is null and (payload::text ilike any($1) or key ilike any($1) or last_error ilike any($1))`;

/**
 * Takes somebody out of every table, the journal and the queue, as the declarations of personal data say, in one
 * transaction: either nothing of her is left, or nothing has happened.
 */
@Injectable()
export class Eraser {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
    private readonly steps: ErasureSteps,
    private readonly people: PersonFinder,
    private readonly clock: Clock,
  ) {
    steps.register('journal', (person) => this.journal(person));
  }

  async erase(person: KnownPerson, cause: ErasureCause): Promise<void> {
    await this.db.transaction(async () => {
      // Whoever locks sessions does so before people; what slips in between is caught once nothing can.
      await this.steps.runBefore(person);
      await this.db.query('select 1 from account where id = $1 for update', [person.accountId]);
      await this.db.query('select 1 from volunteer where id = $1 for update', [person.volunteerId]);
      await this.steps.runBefore(person);
      for (const declared of await this.inOrder()) await this.table(declared, person);
      for (const declared of this.registry.tables) await this.mentions(declared, person);
      await this.db.query(QUEUE, [marksOf(person)]);
      await this.db.query(DONE, [person.volunteerId, person.accountId, cause, this.clock.now()]);
    });
  }

  /**
   * Erases again who was erased after the backup was made that this base comes from: those whose pseudonyms stand in the
   * table `erasure`, to which the operator has added the lines written since the backup.
   * @returns how many people
   */
  async eraseAgain(): Promise<number> {
    const back = await this.db.query<{ volunteer: string | null; account: string | null }>(
      `select distinct v.id as volunteer, null::uuid as account from volunteer v
         join erasure e on e.volunteer_pseudonym = pseudonym_of(v.id)
       union
       select null, a.id from account a join erasure e on e.account_pseudonym = pseudonym_of(a.id)`,
    );
    let erased = 0;
    for (const { volunteer, account } of back) {
      const person = volunteer ? await this.people.byVolunteer(volunteer) : await this.people.byAccount(account ?? '');
      // The account of a volunteer went with her.
      if (!person) continue;
      await this.erase(person, 'restore');
      erased++;
    }
    return erased;
  }

  private async inOrder(): Promise<PersonalTable[]> {
    const references = await this.db.query<Reference>(REFERENCES);
    const byName = new Map(this.registry.tables.map((declared) => [declared.table, declared]));
    return childrenFirst([...byName.keys()], references).flatMap((name) => byName.get(name) ?? []);
  }

  private async table({ table, belongsTo, behind, erasure }: PersonalTable, person: KnownPerson): Promise<void> {
    const hers = `${TYPED} and (${belongsTo})`;
    const parameters = parametersOf(person);
    if (behind !== undefined)
      await this.db.query('select set_config($1, $2, true)', [behind, person.volunteerId ?? '']);
    switch (erasure.do) {
      case 'delete':
        await this.db.query(`delete from ${table} where ${hers}`, parameters);
        return;
      case 'unlink': {
        const { set, keeps } = erasure;
        if (keeps !== undefined)
          await this.db.query(`delete from ${table} where ${hers} and (${keeps}) is not true`, parameters);
        await this.db.query(`update ${table} set ${assignments(set)} where ${hers}`, parameters);
        return;
      }
      case 'step':
        await this.steps.run(erasure.step, person);
        return;
      case 'keep':
    }
  }

  private async mentions({ table, mentions = [], behind }: PersonalTable, person: KnownPerson): Promise<void> {
    if (behind !== undefined && mentions.length > 0)
      await this.db.query('select set_config($1, $2, true)', [behind, '*']);
    for (const { column, is } of mentions) {
      const id = is === 'account' ? person.accountId : person.volunteerId;
      if (id !== null) await this.db.query(`update ${table} set ${column} = null where ${column} = $1`, [id]);
    }
  }

  /** The journal keeps what happened, under a pseudonym: a line about nobody in particular. */
  private async journal({ volunteerId, accountId, addresses, phone, name }: KnownPerson): Promise<void> {
    const words = [...addresses, phone, name].filter((word) => word !== null);
    await this.db.query('select erase_from_journal($1, $2, $3)', [volunteerId, accountId, words]);
  }
}

/** Column = value pairs of an update, as the declarations write them. */
export function assignments(set: Readonly<Record<string, string>>): string {
  return Object.entries(set)
    .map(([column, sql]) => `"${column}" = ${sql}`)
    .join(', ');
}

/** Patterns of LIKE for everything that names somebody in a text, but for her name: a job carries ids and addresses. */
function marksOf({ volunteerId, accountId, addresses }: KnownPerson): string[] {
  return [volunteerId, accountId, ...addresses]
    .filter((mark) => mark !== null)
    .map((mark) => `%${mark.replace(/[\\%_]/g, '\\$&')}%`);
}

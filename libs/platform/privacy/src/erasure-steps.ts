import { Injectable } from '@nestjs/common';
import { type KnownPerson, PersonFinder } from './person.js';

type Step = (person: KnownPerson) => Promise<void>;

/**
 * What libs do about somebody who goes, where the declarations cannot say it in SQL. Everything runs in the transaction of
 * the erasure, or in that of its confirmation.
 */
@Injectable()
export class ErasureSteps {
  private readonly before: Step[] = [];
  private readonly named = new Map<string, Step>();
  private readonly confirmed: ((person: KnownPerson, dueAt: Date) => Promise<void>)[] = [];

  constructor(private readonly people: PersonFinder) {}

  /** Before any row goes: to give back what others wait for. */
  beforeErasure(step: Step): void {
    this.before.push(step);
  }

  /** In the place of the table whose rule is `{ do: 'step', step: name }`. */
  register(name: string, step: Step): void {
    this.named.set(name, step);
  }

  /** When somebody has confirmed that she will be erased on a day. */
  onConfirmed(step: (person: KnownPerson, dueAt: Date) => Promise<void>): void {
    this.confirmed.push(step);
  }

  async runBefore(person: KnownPerson): Promise<void> {
    for (const step of this.before) await step(person);
  }

  /** @throws Error when nobody registered that step: nothing may be erased by halves */
  async run(name: string, person: KnownPerson): Promise<void> {
    const step = this.named.get(name);
    if (!step) throw new Error(`No step of erasure is called ${name}`);
    await step(person);
  }

  async runConfirmed(accountId: string, dueAt: Date): Promise<void> {
    const person = await this.people.byAccount(accountId);
    if (!person) return;
    for (const step of this.confirmed) await step(person, dueAt);
  }
}

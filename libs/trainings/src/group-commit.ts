import { AsyncResource } from 'node:async_hooks';

/** What became of one request of a batch. */
export type Outcome<Answer> = { answer: Answer } | { error: unknown };

export interface GroupCommitOptions<Request, Answer> {
  /** Does a batch as one unit of work: either all of it is stored or, if this throws, nothing. */
  run: (requests: readonly Request[]) => Promise<Outcome<Answer>[]>;
  /** A batch holds one request of each key; the next one with the same key sees what the first one did. */
  keyOf: (request: Request) => string;
  /** Most requests of one batch. */
  largest: number;
  /** Whether an error is nobody's in particular, so that trying one by one would only fail, or wait, once for each. */
  concernsAll: (error: unknown) => boolean;
}

interface Pending<Request, Answer> {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Does the requests of concurrent callers together, one batch at a time: while one is being committed the next one
 * gathers. Many callers share one transaction, one lock and one flush of the disk; each is answered after the commit.
 *
 * A batch that fails is done again request by request, so that a bad one harms nobody else. Requests must therefore
 * bear to be repeated, also after a commit whose acknowledgement was lost.
 */
export class GroupCommit<Request, Answer> {
  private waiting: Pending<Request, Answer>[] = [];
  private working = false;
  // Batches belong to no caller: they must not run in the transaction or trace of the one who happened to be first.
  private readonly ownContext = new AsyncResource('GroupCommit');

  constructor(private readonly options: GroupCommitOptions<Request, Answer>) {}

  /** Puts a request into the next batch. Never to be awaited inside a transaction that locks what the batch needs. */
  ask(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      if (this.working) return;
      this.working = true;
      // After this turn of the event loop, so that all who arrived in it go together.
      this.ownContext.runInAsyncScope(() => setImmediate(() => void this.work()));
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) await this.settle(this.nextBatch());
    this.working = false;
  }

  private nextBatch(): Pending<Request, Answer>[] {
    const keys = new Set<string>();
    const batch: Pending<Request, Answer>[] = [];
    const later: Pending<Request, Answer>[] = [];
    for (const pending of this.waiting) {
      const key = this.options.keyOf(pending.request);
      const fits = batch.length < this.options.largest && !keys.has(key);
      (fits ? batch : later).push(pending);
      keys.add(key);
    }
    this.waiting = later;
    return batch;
  }

  private async settle(batch: readonly Pending<Request, Answer>[]): Promise<void> {
    try {
      const outcomes = await this.options.run(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i];
        if (outcome && 'answer' in outcome) resolve(outcome.answer);
        else reject(outcome?.error ?? new Error('A batch left a request without an answer'));
      });
    } catch (error) {
      if (batch.length === 1 || this.options.concernsAll(error)) for (const { reject } of batch) reject(error);
      else for (const pending of batch) await this.settle([pending]);
    }
  }
}

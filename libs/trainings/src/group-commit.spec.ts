import { AsyncLocalStorage } from 'node:async_hooks';
import { GroupCommit, type Outcome } from './group-commit.js';

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));

function recorded(run?: (requests: readonly string[]) => Promise<Outcome<string>[]>) {
  const batches: string[][] = [];
  const group = new GroupCommit<string, string>({
    keyOf: (request) => request.split(' ')[0] ?? '',
    largest: 3,
    concernsAll: (error) => (error as Error).message === 'away',
    run: async (requests) => {
      batches.push([...requests]);
      await soon();
      return run ? run(requests) : requests.map((answer) => ({ answer }));
    },
  });
  return { group, batches };
}

describe('group commit', () => {
  it('does what arrives together in one batch, and what arrives meanwhile in the next', async () => {
    const { group, batches } = recorded();
    const first = [group.ask('a'), group.ask('b')];
    await soon();
    await soon();
    await Promise.all([...first, group.ask('c'), group.ask('d')]);
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps the order of arrival within its largest batch', async () => {
    const { group, batches } = recorded();
    await Promise.all(['a', 'b', 'c', 'd'].map((r) => group.ask(r)));
    expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('leaves the second request of the same key for the next batch, with all that follow it', async () => {
    const { group, batches } = recorded();
    await Promise.all(['a 1', 'a 2', 'b', 'a 3'].map((r) => group.ask(r)));
    expect(batches).toEqual([['a 1', 'b'], ['a 2'], ['a 3']]);
  });

  it('repeats a failed batch one by one, so that only the bad request fails', async () => {
    const { group, batches } = recorded(async (requests) => {
      if (requests.includes('bad')) throw new Error('no');
      return requests.map((answer) => ({ answer }));
    });
    const answers = await Promise.allSettled(['a', 'bad', 'c'].map((r) => group.ask(r)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
    await expect(group.ask('d')).resolves.toBe('d');
  });

  it('does not repeat what nobody in particular caused', async () => {
    const { group, batches } = recorded(() => Promise.reject(new Error('away')));
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((r) => group.ask(r)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(batches).toHaveLength(1);
  });

  it('fails a single request without failing its batch', async () => {
    const { group, batches } = recorded(async (requests) =>
      requests.map((answer) => (answer === 'unknown' ? { error: new Error('unknown') } : { answer })),
    );
    const answers = await Promise.allSettled(['a', 'unknown'].map((r) => group.ask(r)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(batches).toHaveLength(1);
  });

  it('does not run in the context of the caller that happened to be first', async () => {
    const storage = new AsyncLocalStorage<string>();
    let seen: string | undefined = 'not run';
    const { group } = recorded(async (requests) => {
      seen = storage.getStore();
      return requests.map((answer) => ({ answer }));
    });
    await storage.run('transaction of a caller', () => group.ask('a'));
    expect(seen).toBeUndefined();
  });
});

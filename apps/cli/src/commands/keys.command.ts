import type { Command } from 'commander';
import { type KeyLine, SigningKeys } from '#lib/recognition';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

const LEAST_WORDS = 5;

/** The keys that sign badges: which there are, a new one, one that somebody else may have. */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('the keys that sign badges');
  keys
    .command('list')
    .description('every key, with how many badges it has signed')
    .action(() => withApp(async (app) => say(table(await app.get(SigningKeys).list()))));
  keys
    .command('rotate')
    .description('sign with a new key from now on; what the old one signed stays good')
    .action(() => withApp(async (app) => say(`Signs from now on: ${await app.get(SigningKeys).rotate()}`)));
  keys
    .command('withdraw')
    .argument('<id>', 'the key, as `keys list` names it')
    .requiredOption('--reason <words>', 'why, for the journal of keys')
    .description('believe nothing that a key signed: somebody else may have it. Its badges are signed again.')
    .action(async (id: string, { reason }: { reason: string }) => {
      if (reason.trim().length < LEAST_WORDS) throw new CommandError('Say in a few words why: --reason "..."');
      await withApp(async (app) => {
        const known = await app.get(SigningKeys).list();
        if (!known.some((key) => key.id === id)) throw new CommandError(`There is no key "${id}". Try: keys list`);
        await app.get(SigningKeys).withdraw(id, reason.trim());
      });
      say(`Withdrawn: ${id}. The worker signs its badges again and tells their holders.`);
    });
}

function table(keys: readonly KeyLine[]): string {
  if (keys.length === 0) return 'There is no key yet: the first is made when the first badge is asked for.';
  return keys
    .map(({ id, state, createdAt, badges, withdrawalReason }) =>
      [id, state.padEnd(9), createdAt.toISOString().slice(0, 10), `${badges} badges`, withdrawalReason ?? '']
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import { withApp } from '../cli-app.js';
import { migrate } from '../migrate.js';
import { CommandError, say } from '../output.js';
import { seed, type SeedSize } from '../seed/index.js';

const DEFAULT_SEED = 42;

interface Options {
  demo?: boolean;
  network?: boolean;
  stress?: boolean;
  seed: number;
}

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('fill the database with the real programme and plainly fictional people')
    .addOption(new Option('--demo', '2,000 people (the default)').conflicts(['network', 'stress']))
    .addOption(new Option('--network', '60,000 people').conflicts(['demo', 'stress']))
    .addOption(new Option('--stress', '1,000,000 people').conflicts(['demo', 'network']))
    .option('--seed <number>', 'the same number gives the same people', wholeNumber, DEFAULT_SEED)
    .action(async (options: Options) => {
      const begun = Date.now();
      await withApp(async (app, config) => {
        if (config.isProduction) throw new CommandError('Fictional people do not belong in production.');
        await migrate(config.databaseUrl);
        await seed(app, { size: sizeOf(options), seed: options.seed, log: say });
      });
      say(`Done in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
    });
}

function sizeOf({ network, stress }: Options): SeedSize {
  if (stress) return 'stress';
  return network ? 'network' : 'demo';
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

import type { Command } from 'commander';
import { loadConfig } from '#platform/config';
import { checks } from '../doctor/checks.js';
import { CommandError, say } from '../output.js';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .argument('[checks...]', `only these, of: ${Object.keys(checks).join(', ')}`)
    .description('look at configuration, database, migrations, queue, clock, SMTP, disk and catalogues')
    .action(async (wanted: string[]) => {
      const unknown = wanted.filter((name) => !(name in checks));
      if (unknown.length > 0) throw new CommandError(`There is no check "${unknown.join('", "')}".`);
      const config = loadConfig();
      let faults = 0;
      for (const [name, check] of Object.entries(checks)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const { ok, detail } = await check(config).catch((error: unknown) => ({ ok: false, detail: reasonOf(error) }));
        if (!ok) faults++;
        say(`${ok ? 'ok   ' : 'FAULT'}  ${name.padEnd(14)} ${detail}`);
      }
      say(faults === 0 ? 'Everything is fine.' : `${faults} fault(s).`);
      if (faults > 0) process.exitCode = 1;
    });
}

/** A refused connection to a name with several addresses has an empty message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

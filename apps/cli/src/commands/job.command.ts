import type { Command } from 'commander';
import { Jobs } from '#platform/jobs';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

export function addJob(program: Command): void {
  program
    .command('job')
    .argument('[name]', 'name of the job; without it, the known ones are listed')
    .argument('[payload]', 'what it works on, as JSON', '{}')
    .description('do one job here and now, past the queue')
    .action(async (name: string | undefined, payload: string) => {
      await withApp(async (app) => {
        const jobs = app.get(Jobs);
        if (name === undefined) return say(jobs.names.join('\n'));
        if (!jobs.names.includes(name))
          throw new CommandError(`There is no job "${name}". Known: ${jobs.names.join(', ')}`);
        const begun = Date.now();
        await jobs.runNow(name, parsed(payload));
        return say(`${name}: done in ${Date.now() - begun} ms`);
      });
    });
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    throw new CommandError(`The payload is not JSON: ${payload}`);
  }
}

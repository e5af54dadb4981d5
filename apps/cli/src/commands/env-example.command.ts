import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { envExample } from '#platform/config';
import { say } from '../output.js';

export function addEnvExample(program: Command): void {
  program
    .command('env-example')
    .description('print every setting with its meaning, default and an example')
    .option('--write', 'write it to .env.example')
    .action(async ({ write }: { write?: boolean }) => {
      if (!write) return say(envExample().trimEnd());
      await writeFile('.env.example', envExample());
      return say('Written: .env.example');
    });
}

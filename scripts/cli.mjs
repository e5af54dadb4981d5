// `npm run cli -- <command>`: builds when needed, brings the embedded database when none is given, runs the command.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { dataDir, isGiven, loadDotEnv, provideDatabase, provideSecret } from './local-environment.mjs';

// npm says from where it was called; by itself it goes to the root, as we do.
const folder = process.env.INIT_CWD ?? process.cwd();
loadDotEnv();
await ensureBuilt((line) => console.error(line), ['server']).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const { runCli } = await import('../dist/apps/cli/src/program.js');

let server = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void Promise.resolve(server?.stop()).finally(() => process.exit(130)));
}
process.exitCode = await runCli(process.argv.slice(2), { folder, provide });
await server?.stop();

async function provide() {
  provideSecret();
  if (!isGiven('SMTP_URL')) process.env.SMTP_URL = runningCatcher() ?? 'smtp://127.0.0.1:1025';
  server = await provideDatabase((line) => console.error(line));
}

/** The mail catcher of an `npm start` that runs, as it noted it. */
function runningCatcher() {
  const note = join(dataDir(), 'run', 'smtp-url');
  return existsSync(note) ? readFileSync(note, 'utf8') : null;
}

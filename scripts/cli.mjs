// `npm run cli -- <command>`: builds when needed, brings the embedded database when none is given, runs the command.
import { ensureBuilt } from './build.mjs';
import { adoptChoices, loadDotEnv, provideDatabase, provideSecret } from './local-environment.mjs';

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
  adoptChoices();
  server = await provideDatabase((line) => console.error(line));
}

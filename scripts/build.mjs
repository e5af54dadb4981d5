// Builds only what is older than its sources. Run as a program it prints what it did; others call ensureBuilt().
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './processes.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What can be built: the command, what it is made from, the stamp that says when, and a file that proves it is there. */
export const PARTS = {
  server: {
    command: ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.build.json'],
    sources: ['apps/api', 'apps/worker', 'apps/cli', 'apps/mail-catcher', 'libs', 'migrations'],
    files: ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    stamp: 'dist/.built-server',
    proof: 'dist/apps/api/src/main.js',
  },
  pages: {
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
    sources: ['apps/web', 'libs/platform/i18n/src', 'libs/volunteers/src'],
    files: ['package.json', 'package-lock.json', 'schema.graphql'],
    stamp: 'dist/.built-pages',
    proof: 'dist-web/index.html',
  },
};

/**
 * @param {(line: string) => void} log
 * @throws {Error} with the compiler's words when a part cannot be built
 */
export async function ensureBuilt(log = () => {}, parts = Object.keys(PARTS)) {
  if (!existsSync(join(ROOT, 'node_modules'))) throw new Error('Nothing is installed yet. Run: npm ci');
  await withLock(join(ROOT, '.data', 'build.lock'), async () => {
    for (const name of parts) if (isOld(PARTS[name])) await build(name, log);
  });
}

async function build(name, log) {
  const { command, stamp } = PARTS[name];
  const begun = Date.now();
  const compiler = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [compiler.stdout, compiler.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(compiler, 'close');
  if (code !== 0) throw new Error(`The ${name} cannot be built:\n${said.trim()}`);
  mkdirSync(dirname(join(ROOT, stamp)), { recursive: true });
  // The time at which it began: what was edited meanwhile is built again.
  writeFileSync(join(ROOT, stamp), String(begun));
  log(`Built the ${name} in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function isOld({ sources, files, stamp, proof }) {
  if (!existsSync(join(ROOT, proof)) || !existsSync(join(ROOT, stamp))) return true;
  const builtAt = Number(readFileSync(join(ROOT, stamp), 'utf8'));
  const changed = (path) => existsSync(path) && statSync(path).mtimeMs > builtAt;
  return (
    files.some((file) => changed(join(ROOT, file))) || sources.some((folder) => hasNewer(join(ROOT, folder), changed))
  );
}

function hasNewer(folder, changed) {
  // A folder is newer too: a file was removed or renamed in it.
  if (changed(folder)) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory() ? hasNewer(join(folder, entry.name), changed) : changed(join(folder, entry.name)),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuilt(console.log).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

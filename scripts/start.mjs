// `npm start`: everything on one machine with nothing installed beforehand. Builds what is old, starts Postgres and the
// mail catcher unless the operator brings his own, migrates, seeds a demonstration once, runs API and worker.
// `npm run dev` is the same with `--watch`: what is edited is built and started again.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt, PARTS } from './build.mjs';
import { Child, endLeftovers } from './children.mjs';
import { dataDir, isGiven, loadDotEnv, provideDatabase, provideSecret, tellCommands } from './local-environment.mjs';
import { freePort, isAlive, isPortFree, isRunning, processName } from './processes.mjs';

const READY_PATIENCE_MS = 60_000;
const MAIL_PAGE_PORT = 4025;
const SMTP_PORT = 2525;
const CHILDREN = ['api', 'worker', 'mail-catcher'];

const begun = Date.now();
const { values: options } = parseArgs({
  options: { watch: { type: 'boolean' }, 'no-demo': { type: 'boolean' } },
});
loadDotEnv();
const run = join(dataDir(), 'run');
const log = (line) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}`);

/** What must be ended, in the order in which it was started. */
const running = [];
let ending = null;
/** Postgres must be known before it can be ended: an end waits for its start. */
let databaseStart = Promise.resolve(null);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!ending) console.log('\nStopping: API and worker first, then mails and the database');
    void end(0);
  });
}

try {
  await start();
} catch (error) {
  if (!ending) console.error(error.message);
  await end(1);
}

async function start() {
  await takeThePlace();
  const port = await choosePort();
  provideSecret();
  process.env.LOG_LEVEL ||= 'warn';
  databaseStart = startDatabase();
  await ensureBuilt(log);
  const database = await databaseStart;
  log(database ? `Postgres on port ${database.port} (${database.how})` : 'Postgres of DATABASE_URL');
  const mailPage = await startCatcher();
  running.push(tellCommands({ PORT: process.env.PORT, SMTP_URL: process.env.SMTP_URL }));
  const links = await setUp();
  const [api, worker] = ['api', 'worker'].map((name) => launch(name, [`dist/apps/${name}/src/main.js`]));
  await isReady(`http://localhost:${port}/health/live`);
  log('API and worker run');
  if (options.watch) startWatching([api, worker]);
  announce(port, mailPage, links);
}

/** One `npm start` per data folder; what a killed one left is ended first. */
async function takeThePlace() {
  mkdirSync(run, { recursive: true });
  const note = join(run, 'start');
  if (existsSync(note) && isRunning(readFileSync(note, 'utf8'))) {
    const pid = readFileSync(note, 'utf8').split('-')[0];
    throw new Error(
      `The platform already runs from this folder (process ${pid}). Stop it first, or set another DATA_DIR.`,
    );
  }
  writeFileSync(note, processName(process.pid));
  running.push({ stop: async () => rmSync(note, { force: true }) });
  await endLeftovers(run, CHILDREN);
}

async function choosePort() {
  const asked = process.env.PORT || '4000';
  const port = asked === '0' ? await freePort() : Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${asked}".`);
  if (!(await isPortFree(port))) {
    throw new Error(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  process.env.PORT = String(port);
  return port;
}

async function startDatabase() {
  const server = await provideDatabase(log);
  if (!server) return null;
  let looking = Promise.resolve();
  const look = async () => {
    if (isAlive(server.pid)) return;
    if (await server.revive().catch((error) => console.error(error.message)))
      console.error('Postgres ended: started it again');
  };
  // One look at a time; after a revival the pid is another one, which revive() checks by itself.
  const timer = setInterval(() => (looking = looking.then(look)), 500);
  const stop = async () => {
    clearInterval(timer);
    await looking;
    await server.stop();
  };
  running.push({ stop });
  return server;
}

/** @returns {Promise<string | null>} address of the page with the mails; null when the operator brings a relay */
async function startCatcher() {
  if (isGiven('SMTP_URL')) return null;
  const program = ['dist/apps/mail-catcher/src/main.js', '--dir', join(dataDir(), 'mails')];
  const on = (smtp, page) => [...program, '--smtp-port', String(smtp), '--page-port', String(page)];
  const catcher = launch('mail-catcher', [...on(SMTP_PORT, process.env.MAIL_PORT || MAIL_PAGE_PORT), '--or-next']);
  const { smtpPort, pagePort } = await catcher.message();
  // From now on the API knows these: a catcher that is started again must take the same.
  catcher.args = on(smtpPort, pagePort);
  process.env.SMTP_URL = `smtp://127.0.0.1:${smtpPort}`;
  return `http://localhost:${pagePort}`;
}

function launch(name, args) {
  const child = new Child({
    name,
    args,
    folder: run,
    onGivenUp: (reason) => {
      console.error(`${reason}. Giving up.`);
      void end(1);
    },
  });
  child.start();
  running.push(child);
  return child;
}

/** Schema, demonstration and sign-in links, by one program that ends. */
async function setUp() {
  const file = join(run, 'links.json');
  const args = ['dist/apps/cli/src/main.js', 'set-up', '--links', file, ...(options['no-demo'] ? ['--no-demo'] : [])];
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push({ stop: async () => child.kill() });
  child.stdout.setEncoding('utf8').on('data', (text) => text.trimEnd().split('\n').forEach(log));
  const code = await new Promise((ended) => child.once('exit', ended));
  if (code !== 0) throw new Error('The platform was not started: see the lines above.');
  const links = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return links;
}

async function isReady(url) {
  const deadline = Date.now() + READY_PATIENCE_MS;
  while (!ending && Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  if (!ending) throw new Error(`The API does not answer at ${url}. See the lines above.`);
}

/** Builds whatever is edited; the server is started again when its files changed, the pages are only built. */
function startWatching(children) {
  const server = [...PARTS.server.command, '--watch', '--preserveWatchOutput'];
  const pages = [...PARTS.pages.command, '--watch'];
  for (const args of [server, pages]) {
    // A group of its own: the compiler is itself a program that another one starts.
    const builder = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    running.push({ stop: async () => endGroup(builder) });
  }
  let timer;
  const watcher = watch('dist', { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      log('Changed: starting API and worker again');
      for (const child of children) void child.restart();
    }, 400);
  });
  running.push({ stop: async () => watcher.close() });
}

function endGroup({ pid }) {
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGTERM');
}

function announce(port, mailPage, links) {
  const site = process.env.PUBLIC_URL || `http://localhost:${port}`;
  console.log(`\nReady in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
  const addresses = { Site: site, GraphQL: `${site}/graphql`, Health: `${site}/health/ready`, Mails: mailPage };
  for (const [name, address] of Object.entries(addresses)) if (address) console.log(`  ${name.padEnd(10)} ${address}`);
  if (links.length > 0)
    console.log('\nSign in as a fictional person. Each link works once; new ones: npm run cli -- persona-links\n');
  for (const { role, displayName, link } of links)
    console.log(`  ${role.padEnd(24)} ${displayName.padEnd(24)} ${link}`);
  console.log('\nCtrl-C stops everything.');
}

/** Ends everything in the reverse order, once, whatever calls it and how often. */
function end(code) {
  ending ??= (async () => {
    await databaseStart.catch(() => {});
    while (running.length > 0) {
      // API and worker end at the same time, and before what they use.
      const last = running.pop();
      const together = last instanceof Child && running.at(-1) instanceof Child ? [last, running.pop()] : [last];
      await Promise.all(together.map((one) => one.stop().catch((error) => console.error(error.message))));
    }
    process.exit(code);
  })();
  return ending;
}

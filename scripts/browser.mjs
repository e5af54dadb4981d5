// The browser of the tests: Chromium from npm (`@sparticuz/chromium`), unpacked once below .data, or an installed one
// that CHROMIUM_PATH names. Nothing of it is taken from the machine: libraries and fonts come along too.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { withLock } from './processes.mjs';

const require = createRequire(import.meta.url);

/** Run in a process of its own, whose temporary folder is where the package unpacks to. */
const UNPACK = `
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  await inflate(process.argv[1]);
`;

/**
 * @returns {Promise<{path: string, env: Record<string, string>}>} the program and what its environment needs besides
 * @throws {Error} in words when this machine has no such browser
 */
export async function prepareBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
    return { path: given, env: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser from npm is for Linux on x64. Set CHROMIUM_PATH to an installed Chromium or Chrome.');
  }
  const home = resolve(require.resolve('@sparticuz/chromium'), '../..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const folder = resolve('.data', 'browser', version);
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) unpack(home, folder);
  });
  const path = join(folder, 'chromium');
  // Written each time: it holds this folder's path, and a checkout may be moved.
  writeFileSync(join(folder, 'fonts.conf'), fontsConfig(folder));
  return { path, env: { FONTCONFIG_FILE: join(folder, 'fonts.conf'), ...libraries(folder, path) } };
}

function unpack(home, folder) {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const libraries = join(home, 'bin', 'al2023.tar.br');
  const args = ['--input-type=module', '--eval', UNPACK, libraries];
  execFileSync(process.execPath, args, {
    env: { ...process.env, TMPDIR: unfinished },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Renamed only when complete: an interrupted run must not leave half a browser.
  renameSync(unfinished, folder);
}

function fontsConfig(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** The package brings the libraries that a bare machine lacks; an installed one of the system goes first. */
function libraries(folder, path) {
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' });
  return stdout?.includes('not found') === false ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}

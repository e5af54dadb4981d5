// `npm test`: every check and every test, with nothing installed beforehand. Words after `--` go to jest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ROOT } from './build.mjs';

const RESULTS = '.data/test-results.json';
const JEST_FLAGS = '--experimental-vm-modules --no-warnings';

process.chdir(ROOT);
mkdirSync('.data', { recursive: true });
rmSync(RESULTS, { force: true });

const steps = [];
for (const name of ['typecheck', 'lint', 'boundaries']) await check(name, ['npm', ['run', '--silent', name]]);
await check('build', [process.execPath, ['scripts/build.mjs']]);
await jest(process.argv.slice(2));
summarise();

async function check(name, [program, args]) {
  const { code, seconds } = await run(program, args);
  steps.push({ name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

async function jest(more) {
  const args = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${RESULTS}`, ...more];
  const env = { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, JEST_FLAGS].filter(Boolean).join(' ') };
  const { code, seconds } = await run(process.execPath, args, env);
  const results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : null;
  const passed = results?.numPassedTests ?? 0;
  // A file that cannot be loaded has no test that fails: it counts as one. So does a jest that ended badly otherwise.
  const failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  steps.push({ name: 'tests', seconds, passed, failed: code !== 0 && failed === 0 ? 1 : failed });
}

async function run(program, args, env = process.env) {
  console.log(`\n> ${[program === process.execPath ? 'node' : program, ...args].join(' ')}`);
  const begun = Date.now();
  const child = spawn(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  const [code, signal] = await once(child, 'exit');
  if (signal === 'SIGINT') process.exit(130);
  return { code, seconds: (Date.now() - begun) / 1000 };
}

function summarise() {
  console.log('');
  for (const { name, seconds, passed, failed } of steps) {
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(11)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`,
    );
  }
  const total = (key) => steps.reduce((sum, step) => sum + step[key], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

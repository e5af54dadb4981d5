// The programs that `npm start` runs: each a process of its own, started again when it crashes, ended when we end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, processName } from './processes.mjs';

const STOP_PATIENCE_MS = 15_000;
const HEALTHY_AFTER_MS = 10_000;
const MOST_QUICK_CRASHES = 5;
const FOLLOW_PARENT = new URL('./follow-parent.mjs', import.meta.url).href;

/** One program that is kept running. */
export class Child {
  #process = null;
  #stopping = false;
  #quickCrashes = 0;
  #run;
  #restarts = Promise.resolve();

  /**
   * @param {{name: string, args: string[], folder: string, onGivenUp: (reason: string) => void}} options
   *   args for node; folder notes the running process, so that a later start can end it
   */
  constructor({ name, args, folder, onGivenUp }) {
    this.name = name;
    this.args = args;
    this.note = join(folder, name);
    this.onGivenUp = onGivenUp;
    mkdirSync(folder, { recursive: true });
  }

  start() {
    const begun = Date.now();
    // In a session of its own: Ctrl-C reaches this program alone, which ends the children in the right order.
    this.#process = spawn(process.execPath, ['--enable-source-maps', '--import', FOLLOW_PARENT, ...this.args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
    });
    const { pid } = this.#process;
    if (pid !== undefined) writeFileSync(this.note, processName(pid));
    this.#run = new Promise((ended) => {
      this.#process.once('error', (error) => ended(error.message));
      this.#process.once('exit', (code, signal) => ended(signal ?? `code ${code}`));
    }).then((how) => this.#ended(how, Date.now() - begun));
  }

  async #ended(how, livedMs) {
    rmSync(this.note, { force: true });
    if (this.#stopping) return;
    this.#quickCrashes = livedMs < HEALTHY_AFTER_MS ? this.#quickCrashes + 1 : 0;
    if (this.#quickCrashes >= MOST_QUICK_CRASHES) {
      this.onGivenUp(`${this.name} ended ${MOST_QUICK_CRASHES} times in a row right after its start (${how})`);
      return;
    }
    const pause = this.#quickCrashes === 0 ? 0 : 250 * 2 ** this.#quickCrashes;
    console.error(`${this.name} ended (${how}): starting it again${pause ? ` in ${pause} ms` : ''}`);
    await sleep(pause);
    if (!this.#stopping) this.start();
  }

  /** The next message that the program sends us. @throws when it ends before */
  async message() {
    const child = this.#process;
    return Promise.race([
      once(child, 'message').then(([message]) => message),
      once(child, 'exit').then(() => Promise.reject(new Error(`${this.name} did not start: see the lines above.`))),
    ]);
  }

  /** Ends it and starts it anew, without counting it as a crash; one restart after the other. */
  restart() {
    this.#restarts = this.#restarts.then(async () => {
      await this.stop();
      this.#stopping = false;
      this.#quickCrashes = 0;
      this.start();
    });
    return this.#restarts;
  }

  /** Asks it to end, and makes it end when it does not within 15 s. */
  async stop() {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const slow = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await this.#run;
    clearTimeout(slow);
  }
}

/** Ends what a killed `npm start` left: only a process whose number and start time are those it noted. */
export async function endLeftovers(folder, names) {
  for (const name of names) {
    const note = join(folder, name);
    if (!existsSync(note)) continue;
    const noted = readFileSync(note, 'utf8');
    const pid = Number(noted.split('-')[0]);
    if (isRunning(noted)) {
      process.kill(pid, 'SIGTERM');
      const deadline = Date.now() + STOP_PATIENCE_MS;
      while (isRunning(noted) && Date.now() < deadline) await sleep(50);
      if (isRunning(noted)) process.kill(pid, 'SIGKILL');
    }
    rmSync(note, { force: true });
  }
}

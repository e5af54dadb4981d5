import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The scripts are plain JavaScript: what is used of them is described here. */
const script = (name: string): Promise<unknown> => import(join(ROOT, 'scripts', name));
const { ensureBuilt } = (await script('build.mjs')) as {
  ensureBuilt(log: (line: string) => void, parts: string[]): Promise<void>;
};
const { freePort, isAlive } = (await script('processes.mjs')) as {
  freePort(): Promise<number>;
  isAlive(pid: number): boolean;
};
const { startPostgres } = (await script('embedded-postgres.mjs')) as {
  startPostgres(options: {
    dir: string;
    durable: boolean;
    settings: Record<string, string | number>;
  }): Promise<{ url(database?: string): string; revive(): Promise<boolean>; stop(): Promise<void> }>;
};

export { freePort };

/** The compiled programs, made anew where they are older than their sources. */
export const built = (parts: ('server' | 'pages')[] = ['server']): Promise<void> => ensureBuilt(() => undefined, parts);

type Environment = Record<string, string>;

/** One of our programs, compiled, as a process of its own that can be killed and started again. */
export class Program {
  private child: ChildProcess | null = null;
  /** What it wrote, over all its lives. */
  output = '';

  constructor(
    private readonly name: 'api' | 'worker' | 'cli',
    private readonly env: Environment,
    private readonly args: string[] = [],
  ) {}

  start(): void {
    // Nothing of this machine's own environment: the drill is the same everywhere.
    const env = { PATH: process.env.PATH, ...this.env };
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps', this.name, 'src/main.js'), ...this.args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.child = child;
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends it at once, as an unplugged machine does. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to end in good order. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Waits until it ends by itself. @returns its exit code */
  async ended(): Promise<number | null> {
    if (this.isRunning && this.child) await once(this.child, 'exit');
    return this.child?.exitCode ?? null;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.isRunning || !this.child) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}

/** A Postgres of its own that keeps what it acknowledged, and that can be killed with all its processes. */
export class DurablePostgres {
  private constructor(
    private readonly folder: string,
    private readonly server: Awaited<ReturnType<typeof startPostgres>>,
  ) {}

  static async start(): Promise<DurablePostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'durable-postgres-'));
    const settings = { max_connections: 60, shared_buffers: '64MB' };
    return new DurablePostgres(folder, await startPostgres({ dir: join(folder, 'data'), durable: true, settings }));
  }

  get url(): string {
    return this.server.url();
  }

  /** Rows of a statement through a connection of its own. */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** `kill -9` of the postmaster and of everything it started. */
  async kill(): Promise<void> {
    const [where] = await this.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    const backends = await this.query<{ pid: number }>('select pid from pg_stat_activity');
    const [postmaster = ''] = (await readFile(join(where?.folder ?? '', 'postmaster.pid'), 'utf8')).split('\n');
    for (const pid of [Number(postmaster), ...backends.map((backend) => backend.pid)]) killIfThere(pid);
    while (isAlive(Number(postmaster))) await pause(5);
  }

  async revive(): Promise<void> {
    await this.server.revive();
  }

  async destroy(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks again and again until the answer is yes. @throws Error after the patience */
export async function until(what: string, isSo: () => Promise<boolean>, patienceMs = 60_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Not within ${patienceMs} ms: ${what}`);
    await pause(100);
  }
}

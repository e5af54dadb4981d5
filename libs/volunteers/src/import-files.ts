import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '#platform/config';
import { notFound, userError } from '#platform/graphql';
import { Clock } from '#platform/kernel';
import type { ImportFile } from './volunteer-import.service.js';

/** Largest file that is taken. */
export const LARGEST_FILE = 200 * 1024 * 1024;
const KEPT_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/**
 * Files between their check and their import: personal data, so each is seen only by who sent it, and gone after a
 * day or once imported.
 */
@Injectable()
export class ImportFiles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ImportFiles.name);
  private readonly folder: string;
  private sweeping: NodeJS.Timeout;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'imports');
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
    this.sweeping = setInterval(
      () => void this.sweep().catch((error: unknown) => this.log.error(error)),
      HOUR_MS,
    ).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
  }

  /** @throws BAD_USER_INPUT for a file that is too large; what had come of it is removed */
  async save(
    accountId: string,
    name: string,
    bytes: AsyncIterable<Buffer>,
    largest = LARGEST_FILE,
  ): Promise<ImportFile> {
    const own = join(this.folder, accountId);
    await mkdir(own, { recursive: true, mode: 0o700 });
    const arriving = join(own, `${randomUUID()}.part`);
    const sha256 = await this.write(arriving, bytes, largest);
    // Its age counts from this arrival, by the clock that later asks for it.
    await utimes(arriving, this.clock.now(), this.clock.now());
    await rename(arriving, join(own, sha256));
    await writeFile(join(own, `${sha256}.name`), basename(name).slice(0, 200), { mode: 0o600 });
    return this.find(accountId, sha256);
  }

  /** @throws NOT_FOUND for a file that this account did not send within the last day */
  async find(accountId: string, sha256: string): Promise<ImportFile> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound('File');
    const path = join(this.folder, accountId, sha256);
    if (!(await this.isKept(path))) throw notFound('File');
    return { sha256, name: await readFile(`${path}.name`, 'utf8'), open: () => createReadStream(path) };
  }

  async forget(accountId: string, sha256: string): Promise<void> {
    const path = join(this.folder, accountId, sha256);
    await Promise.all([rm(path, { force: true }), rm(`${path}.name`, { force: true })]);
  }

  /** Removes what is older than a day. */
  async sweep(): Promise<void> {
    const entries = await readdir(this.folder, { withFileTypes: true, recursive: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !(await this.isKept(path))) await rm(path, { force: true });
    }
  }

  private async isKept(path: string): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    return found !== null && this.clock.now().getTime() - found.mtimeMs < KEPT_MS;
  }

  private async write(path: string, bytes: AsyncIterable<Buffer>, largest: number): Promise<string> {
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > largest) throw userError('BAD_USER_INPUT', 'volunteers.import-too-large');
        hash.update(chunk);
        await file.write(chunk);
      }
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return hash.digest('hex');
  }
}

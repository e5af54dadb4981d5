import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '#platform/config';
import { TestClock } from '#platform/kernel';
import { ImportFiles } from './import-files.js';

describe('files between check and import', () => {
  let folder: string;
  let files: ImportFiles;
  const clock = new TestClock();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-files-'));
    files = new ImportFiles(Object.assign(new Config(), { dataDir: folder }), clock);
  });
  afterEach(async () => {
    files.onApplicationShutdown();
    await rm(folder, { recursive: true });
  });

  async function* bytes(...parts: string[]): AsyncGenerator<Buffer> {
    for (const part of parts) yield Buffer.from(part);
  }
  const left = async (): Promise<number> =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

  it('are named after what they hold, and keep the last part of the name they came with', async () => {
    const file = await files.save('account', '../../liste.csv', bytes('a', 'bc'));
    expect(file).toMatchObject({
      name: 'liste.csv',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    await expect(files.find('other', file.sha256)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leave nothing behind when they are too large or break off', async () => {
    await expect(files.save('account', 'x', bytes('ab', 'cd'), 3)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('a');
      throw new Error('connection lost');
    };
    await expect(files.save('account', 'x', broken())).rejects.toThrow('connection lost');
    expect(await left()).toBe(0);
  });

  it('are gone after a day, whoever asks', async () => {
    const { sha256 } = await files.save('account', 'x', bytes('abc'));
    clock.advance({ hours: 23 });
    await files.sweep();
    await files.find('account', sha256);
    clock.advance({ hours: 2 });
    await expect(files.find('account', sha256)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await files.sweep();
    expect(await left()).toBe(0);
  });
});

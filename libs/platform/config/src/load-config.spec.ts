import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { envExample } from './env-example.js';
import { ConfigError, loadConfig } from './load-config.js';

const needed = {
  DATABASE_URL: 'postgres://someone:hush-hush@localhost:5432/volunteers',
  SMTP_URL: 'smtp://localhost:2525',
  APP_SECRET: 'sixteen-letters-or-more',
};

function faultsOf(environment: Record<string, string>): string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => `${fault.env}: ${fault.message}`);
  }
}

describe('loadConfig', () => {
  it('fills the defaults and derives the public address from the port', () => {
    const config = loadConfig({ ...needed, PORT: '4100' });
    expect(config).toMatchObject({ port: 4100, publicUrl: 'http://localhost:4100', nodeEnv: 'development' });
    expect(config.isProduction).toBe(false);
  });

  it('reports every fault at once and in words', () => {
    expect(
      faultsOf({ PORT: 'abc', LOG_LEVEL: 'loud', PUBLIC_URL: 'https://example.org/', APP_SECRET: 'short' }),
    ).toEqual([
      'PORT: must be a whole number (it is "abc")',
      'PUBLIC_URL: must be http(s)://host without path or final slash (it is "https://example.org/")',
      expect.stringMatching(/^DATABASE_URL: is missing; for example postgres:/),
      expect.stringMatching(/^SMTP_URL: is missing/),
      'APP_SECRET: must have at least 16 characters',
      'LOG_LEVEL: must be one of error, warn, log, debug, verbose (it is "loud")',
    ]);
  });

  it('never repeats a secret', () => {
    expect(faultsOf({ ...needed, DATABASE_URL: 'mysql://someone:hush-hush@db/x' }).join()).not.toContain('hush-hush');
  });

  it('reads a secret from a file and refuses one given twice or unreadable', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    const file = join(folder, 'secret');
    writeFileSync(file, 'a-secret-that-came-from-a-file\n');
    const { APP_SECRET, ...rest } = needed;
    expect(loadConfig({ ...rest, APP_SECRET_FILE: file }).appSecret).toBe('a-secret-that-came-from-a-file');
    expect(faultsOf({ ...rest, APP_SECRET, APP_SECRET_FILE: file })).toEqual([
      'APP_SECRET: is given twice: here and by APP_SECRET_FILE; keep one',
    ]);
    expect(faultsOf({ ...rest, APP_SECRET_FILE: `${file}.gone` })).toEqual([
      expect.stringMatching(/^APP_SECRET_FILE: the file \S+ cannot be read \(ENOENT\)/),
    ]);
    rmSync(folder, { recursive: true });
  });

  it('asks more in production: a long secret of its own, and HTTPS except on this machine', () => {
    const production = { ...needed, NODE_ENV: 'production', PUBLIC_URL: 'http://benevoles.example.org' };
    expect(faultsOf(production)).toEqual([
      expect.stringMatching(/^APP_SECRET: must have at least 32/),
      expect.stringMatching(/^PUBLIC_URL: must start with https/),
    ]);
    const example = /APP_SECRET=(.*)/.exec(envExample())?.[1] ?? '';
    expect(faultsOf({ ...production, PUBLIC_URL: 'http://localhost:4000', APP_SECRET: example })).toHaveLength(1);
    expect(
      faultsOf({ ...production, PUBLIC_URL: 'https://benevoles.example.org', APP_SECRET: 'x'.repeat(32) }),
    ).toEqual([]);
  });

  it('lets every example of .env.example through', () => {
    const examples = Object.fromEntries(
      [...envExample().matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(faultsOf({ ...examples, NODE_ENV: 'development' } as Record<string, string>)).toEqual([]);
  });
});

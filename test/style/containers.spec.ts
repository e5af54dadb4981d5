import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { declaredSettings, loadConfig } from '#platform/config';

interface Service {
  image: string;
  user?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  secrets?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
  depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
  secrets: Record<string, { file: string }>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
const dockerfile = readFileSync('Dockerfile', 'utf8');
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.image === 'volontaires-de-paris');
/** Those that run on and not once. */
const lasting = services.filter(([name]) => name !== 'migrate');

/** The value that `${NAME:-value}` has when NAME is not set. */
const byDefault = (text: string): string => text.replace(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1');
const variablesIn = (text: string): string[] => [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '');

describe('docker-compose.yml', () => {
  it('has the four parts and runs the API and the worker apart', () => {
    expect(services.map(([name]) => name)).toEqual(['postgres', 'migrate', 'api', 'worker', 'mail-catcher']);
    expect(compose.services.postgres?.image).toBe('postgres:18');
  });

  it.each(services)('%s may write to its volumes only, has no privilege and a limit', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service.user).toMatch(/^(node|postgres)$/);
    expect(service.deploy?.resources?.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) });
  });

  it.each(lasting)('%s says whether it is well', (_name, service) => {
    expect(service.healthcheck?.test[0]).toBe('CMD');
  });

  it('sets only what the configuration knows', () => {
    const known = declaredSettings().flatMap(({ env }) => [env, `${env}_FILE`]);
    for (const [, { environment = {} }] of ours) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(known).toEqual(expect.arrayContaining(Object.values(environment).flatMap(variablesIn)));
    }
  });

  it('gives a configuration that production accepts, its secrets by file only', () => {
    const environment = Object.entries(compose.services.api?.environment ?? {}).map(([name, value]) => [
      name,
      byDefault(value),
    ]);
    const given = Object.fromEntries(environment) as Record<string, string>;
    const secret = new Set(
      declaredSettings()
        .filter((setting) => setting.secret && setting.env !== 'SMTP_URL')
        .map(({ env }) => env),
    );
    expect(Object.keys(given).filter((name) => secret.has(name))).toEqual([]);
    const { DATABASE_URL_FILE, APP_SECRET_FILE, ...open } = given;
    expect([DATABASE_URL_FILE, APP_SECRET_FILE]).toEqual(['/run/secrets/database_url', '/run/secrets/app_secret']);
    const config = loadConfig({
      ...open,
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a:b@postgres/c',
      APP_SECRET: 'x'.repeat(48),
    });
    expect(config.smtpUrl).toBe('smtp://mail-catcher:1025');
  });

  it('uses only secrets and volumes that it declares', () => {
    for (const [, { secrets = [], volumes = [] }] of services) {
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(secrets));
      expect(Object.keys(compose.volumes)).toEqual(
        expect.arrayContaining(volumes.map((volume) => volume.split(':')[0])),
      );
    }
  });

  it('shows the mails to this machine alone', () => {
    expect(compose.services['mail-catcher']?.ports).toEqual(['127.0.0.1:4025:4025']);
  });
});

describe('Dockerfile', () => {
  it('is built on Node 24 and runs as nobody special', () => {
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(
      Array(3).fill('node:24-bookworm-slim'),
    );
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  it('starts programs that the build makes', () => {
    const started = [dockerfile, ...ours.map(([, service]) => (service.command ?? []).join(' '))].join('\n');
    for (const [, source] of started.matchAll(/dist\/(apps\/[a-z-]+\/src\/main)\.js/g)) {
      expect(readFileSync(`${source}.ts`, 'utf8')).not.toBe('');
    }
  });

  it('keeps secrets and data out of the image', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.data', '.env', '.git', 'node_modules', 'secrets']));
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['.data/', '.env', 'secrets/']),
    );
  });
});

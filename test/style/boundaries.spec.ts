import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

interface Violation {
  from: string;
  rule: { name: string };
}

/** Violations that the committed rules find, in the sources below a folder. */
async function violations(folder: string, ...places: string[]): Promise<Violation[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      resolve('.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      ...places,
    ],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** Each file breaks one rule on purpose: a rule that finds nothing is worth nothing. */
const PLANTED: [file: string, rule: string][] = [
  ['libs/volunteers/src/uses-a-higher-lib.ts', 'lib-volunteers-uses-only-its-row'],
  ['libs/trainings/src/reaches-inside.ts', 'front-door-only-from-trainings'],
  ['libs/platform/mail/src/names-the-domain.ts', 'platform-knows-no-domain'],
  ['libs/platform/database/src/uses-a-higher-layer.ts', 'platform-database-uses-only-lower-layers'],
  ['libs/trainings/src/knows-an-app.ts', 'libs-know-no-app'],
  ['apps/api/src/passes-the-front-door.ts', 'apps-use-front-doors'],
  ['libs/trainings/src/circle-a.ts', 'no-cycle'],
  ['libs/trainings/src/impure.rules.ts', 'rules-are-pure'],
  ['libs/trainings/src/asks-the-database.resolver.ts', 'resolvers-do-not-query'],
  ['libs/trainings/src/speaks-graphql.service.ts', 'services-do-not-speak-graphql'],
  ['libs/trainings/src/needs-a-test.ts', 'domain-does-not-depend-on-tests'],
];

describe('boundaries', () => {
  it('hold in the whole tree', async () => {
    const found = await violations(
      '.',
      'apps/api',
      'apps/worker',
      'apps/cli',
      'apps/mail-catcher',
      'libs',
      'migrations',
    );
    expect(found.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  }, 60_000);

  it('are noticed when they are broken', async () => {
    const found = await violations('test/style/planted', 'apps', 'libs');
    const pairs = found.map(({ from, rule }) => `${from} ${rule.name}`);
    for (const [file, rule] of PLANTED) expect(pairs).toContain(`${file} ${rule}`);
  }, 60_000);
});

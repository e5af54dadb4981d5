// `npm run schema`: writes schema.graphql and docs/permissions.md from the code, through an application on a scratch
// database of the test server; then the types that the pages are checked with.
import { execFileSync } from 'node:child_process';

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const options = { stdio: 'inherit', env: { ...process.env, WRITE_SCHEMA: '1' } };
execFileSync(process.execPath, [...jest, '--selectProjects', 'style', '-t', 'committed'], options);
execFileSync(
  process.execPath,
  ['node_modules/gql.tada/bin/cli.js', 'generate-output', '-c', 'apps/web/tsconfig.json'],
  options,
);

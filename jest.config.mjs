// ESM jest: Nest 12 ships ES modules only. `npm test` and `npm run jest` set the vm-modules flag.
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2023',
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
const onDatabase = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

/** Four layers, cheapest first: pure rules, stories on a real Postgres, style of the code, pages in a real browser. */
export default {
  projects: [
    { ...shared, displayName: 'rules', roots: ['<rootDir>/libs', '<rootDir>/apps'], testRegex: '\\.spec\\.ts$' },
    { ...onDatabase, displayName: 'stories', roots: ['<rootDir>/test'], testRegex: '/test/[^/]+\\.e2e-spec\\.ts$' },
    { ...onDatabase, displayName: 'style', roots: ['<rootDir>/test/style'], testRegex: '\\.spec\\.ts$' },
    { ...onDatabase, displayName: 'browser', roots: ['<rootDir>/test/browser'], testRegex: '\\.e2e-spec\\.ts$' },
  ],
  workerIdleMemoryLimit: '1GB',
  maxWorkers: 2,
  // A story that takes a tenth of a second takes many on a busy machine; what hangs is still found.
  testTimeout: 30_000,
};

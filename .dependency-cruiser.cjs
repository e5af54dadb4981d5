// Who may use whom. Change these tables, not the imports.
const MAY_USE = {
  volunteers: [],
  trainings: ['volunteers'],
  recognition: ['volunteers', 'trainings'],
  audience: ['volunteers', 'trainings'],
};

/** Layers of the platform, lowest first: each may use those below it. */
const PLATFORM = [
  'kernel',
  'config',
  'i18n',
  'database',
  'graphql',
  'identity',
  'audit',
  'jobs',
  'mail',
  'calendar',
  'accounts',
  'privacy',
  'machinery',
  'http',
];

const libs = Object.keys(MAY_USE);

const eachLibItsRow = libs.map((lib) => ({
  name: `lib-${lib}-uses-only-its-row`,
  comment: 'A lower lib publishes, a higher one listens; see MAY_USE.',
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${libs.join('|')})/`, pathNot: `^libs/(${[lib, ...MAY_USE[lib]].join('|')})/` },
}));

const eachLayerThoseBelow = PLATFORM.map((layer, height) => ({
  name: `platform-${layer}-uses-only-lower-layers`,
  severity: 'error',
  from: { path: `^libs/platform/${layer}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^libs/platform/', pathNot: `^libs/platform/(${PLATFORM.slice(0, height + 1).join('|')})/` },
}));

const eachFolderByItsFrontDoor = [...libs, ...PLATFORM.map((layer) => `platform/${layer}`)].map((folder) => ({
  name: `front-door-only-from-${folder.replace('/', '-')}`,
  comment: 'Another lib is used through its index.ts, nothing deeper.',
  severity: 'error',
  from: { path: `^libs/${folder}/` },
  to: { path: '^libs/.*/src/', pathNot: [`^libs/${folder}/`, '/src/index\\.ts$'] },
}));

module.exports = {
  forbidden: [
    ...eachLibItsRow,
    ...eachLayerThoseBelow,
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: `^libs/(${libs.join('|')})/` },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    ...eachFolderByItsFrontDoor,
    {
      name: 'apps-use-front-doors',
      severity: 'error',
      from: { path: '^apps/(api|worker|cli|mail-catcher)/' },
      to: { path: '^libs/.*/src/', pathNot: '/src/index\\.ts$' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'rules-are-pure',
      comment: 'A rule can be read, tested and trusted without Nest, database or network.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        path: [
          'node_modules/(@nestjs|typeorm|pg|graphile-worker|graphql|nodemailer|fastify)/',
          '\\.(service|queries|resolver|entity|inputs|module)\\.ts$',
        ],
      },
    },
    {
      name: 'resolvers-do-not-query',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$', pathNot: '^libs/platform/http/' },
      to: { dependencyTypesNot: ['type-only'], path: ['^libs/platform/database/', 'node_modules/(typeorm|pg)/'] },
    },
    {
      name: 'services-do-not-speak-graphql',
      severity: 'error',
      from: { path: '\\.(service|queries)\\.ts$' },
      to: { path: 'node_modules/@nestjs/graphql/' },
    },
    {
      name: 'domain-does-not-depend-on-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^dist-web/', '^\\.data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};

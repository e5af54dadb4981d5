import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noEnvironment = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'Read settings from Config: libs/platform/config is the one place.',
    },
  ],
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-web/',
    '.data/',
    'node_modules/',
    'test/style/planted/',
    'apps/web/src/api/graphql-env.d.ts',
  ]),
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
      // Nest modules and the classes that GraphQL types are made of have no members of their own.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['forwardRef'],
              message: 'A cycle of modules is a boundary in the wrong place.',
            },
            {
              name: 'typeorm',
              importNames: ['OneToMany', 'ManyToMany'],
              message: 'Relations point up only; lists are queries.',
            },
          ],
        },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
      ...noEnvironment,
    },
  },
  {
    // Decorator metadata needs constructor parameters as values.
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts', 'apps/cli/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker,cli,mail-catcher}/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  // A list of words is read by its keys, not from its first line to its last.
  { files: ['libs/platform/i18n/src/catalogues/**'], rules: { 'max-lines': 'off' } },
  { files: ['apps/web/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**'],
    rules: {
      'max-lines': ['error', 600],
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['libs/platform/config/src/load-config.ts', 'scripts/**', 'apps/web/vite.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**', 'apps/cli/**', 'apps/mail-catcher/**', '**/*.mjs'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip)$/]',
          message: 'Every test runs.',
        },
      ],
    },
  },
);

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './compiled-messages.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = 'http://127.0.0.1:4000';
const served = ['/graphql', '/schema.graphql', '/health', '/calendar', '/imports', '/exports', '/mailings', '/my-data'];

export default defineConfig(({ command }) => {
  // A build is what people get, also when tests ask for it: without this NODE_ENV=test ships React's development build.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: here('.'),
    // Elements are made by our own runtime, which gives texts of another language their `lang`.
    plugins: [compiledMessages(), react({ jsxImportSource: '@elements' })],
    resolve: {
      alias: {
        // Messages come parsed (see compiled-messages.ts): the parser stays at home.
        '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
        '@elements': here('./src/i18n/jsx'),
        '@catalogues': here('../../libs/platform/i18n/src/catalogues'),
        '@kernel': here('../../libs/platform/kernel/src'),
        '@volunteers': here('../../libs/volunteers/src'),
      },
    },
    build: {
      outDir: here('../../dist-web'),
      emptyOutDir: true,
      manifest: true,
      // Small files stay files: a data: address would need a weaker content security policy.
      assetsInlineLimit: 0,
    },
    server: { proxy: Object.fromEntries(served.map((path) => [path, { target: api }])) },
  };
});

import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';

const CATALOGUE = /\/catalogues\/(?:\w+\/)+[\w-]+\.ts$/;

/**
 * Parses the messages when the pages are built, so that no reader has to load a parser (some 10 KiB, gzipped). A message
 * without arguments stays a text; any other becomes the tree that the parser would have made of it.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    load(id) {
      if (!CATALOGUE.test(id)) return null;
      const source = readFileSync(id, 'utf8');
      const [, name, literal] = /export const (\w+) = (\{[\s\S]*\}) as const;/.exec(source) ?? [];
      // Files that gather others have nothing of their own to parse.
      if (!name || !literal || /^import /m.test(source)) return null;
      const messages = runInNewContext(`(${literal})`) as Record<string, string>;
      const compiled = Object.fromEntries(
        Object.entries(messages).map(([key, text]) => [
          key,
          /[{}<>#']/.test(text) ? new IntlMessageFormat(text).getAst() : text,
        ]),
      );
      return `export const ${name} = ${JSON.stringify(compiled)};`;
    },
  };
}

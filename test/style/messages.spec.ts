import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues } from '#platform/i18n';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Entry = { area: string; key: string; text: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['apps', 'libs'].flatMap((folder) => codeIn(join(root, folder)));
const french = entriesOf(catalogues.fr);

function entriesOf(areas: Record<string, Record<string, string>>): Entry[] {
  return Object.entries(areas).flatMap(([area, messages]) =>
    Object.entries(messages).map(([key, text]) => ({ area, key, text })),
  );
}

/** Texts of the code that may use a message: not the catalogues themselves, nor tests. */
function codeIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !/\.spec\.tsx?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !/node_modules|\/dist|\/catalogues\//.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Kinds of arguments as far as the code that fills them cares: one language may need a plural where another does not. */
const KINDS: Record<number, string> = {
  1: 'value',
  2: 'value',
  3: 'date',
  4: 'date',
  5: 'value',
  6: 'value',
  8: 'tag',
};

/** Arguments of a message as `name:kind`, and its tags, wherever they stand in plurals and selects. */
function argumentsOf(elements: Ast): Set<string> {
  const found = new Set<string>();
  const walk = (nodes: Ast): void => {
    for (const node of nodes) {
      if (node.type in KINDS && 'value' in node) found.add(`${node.value}:${KINDS[node.type] ?? ''}`);
      if ('options' in node) Object.values(node.options).forEach((option) => walk(option.value));
      if ('children' in node) walk(node.children);
    }
  };
  walk(elements);
  return found;
}

const astOf = (text: string, locale: string): Ast => new IntlMessageFormat(text, locale).getAst();

describe('messages', () => {
  it('all parse as ICU, and none is empty', () => {
    const faults: string[] = [];
    for (const [locale, areas] of Object.entries(catalogues)) {
      for (const { key, text } of entriesOf(areas)) {
        try {
          if (text.trim() === '') faults.push(`${locale} ${key} is empty`);
          argumentsOf(astOf(text, locale));
        } catch (error) {
          faults.push(`${locale} ${key}: ${String(error)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('ask for the same arguments in every language', () => {
    const faults: string[] = [];
    for (const [locale, areas] of Object.entries(catalogues)) {
      const texts = new Map(entriesOf(areas).map(({ key, text }) => [key, text]));
      for (const { key, text } of french) {
        const wanted = [...argumentsOf(astOf(text, 'fr'))].sort().join(' ');
        const given = [...argumentsOf(astOf(texts.get(key) ?? '', locale))].sort().join(' ');
        if (given !== wanted) faults.push(`${locale} ${key}: {${given}} instead of {${wanted}}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('never quote an argument by accident: before a brace, the apostrophe must be ’', () => {
    const faults = Object.entries(catalogues).flatMap(([locale, areas]) =>
      entriesOf(areas)
        .filter(({ text }) => /'[{}<]/.test(text))
        .map(({ key }) => `${locale} ${key}`),
    );
    expect(faults).toEqual([]);
  });

  it('have distinct keys over all areas', () => {
    const keys = french.map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are all used', () => {
    const quoted = new Set<string>();
    const prefixes = new Set<string>();
    for (const { text } of sources) {
      for (const [, key] of text.matchAll(/['"`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g)) if (key) quoted.add(key);
      for (const [, prefix] of text.matchAll(/`([a-zA-Z][\w-]*(?:\.[\w-]+)*\.[\w-]*)\$\{/g))
        if (prefix) prefixes.add(prefix);
    }
    const unused = french
      .map(({ key }) => key)
      .filter((key) => !quoted.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('exist wherever the code asks for one', () => {
    const keys = new Set<string>(french.map(({ key }) => key));
    const asked = /(?:\bt\([\w.]+,\s*|\bid[:=]\s*\{?\s*|\b(?:t|say|text)\(\s*)['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/g;
    const prefixes = new Set(french.map(({ key }) => key.split('.')[0]));
    const missing = sources.flatMap(({ path, text }) =>
      [...text.matchAll(asked)]
        .map(([, key = '']) => key)
        .filter((key) => prefixes.has(key.split('.')[0] ?? '') && !keys.has(key))
        .map((key) => `${path.slice(root.length)}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

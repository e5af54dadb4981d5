import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues } from '#platform/i18n';
import * as simple from '../../libs/platform/i18n/src/catalogues/simple/index.js';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Entry = { area: string; key: string; text: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['apps', 'libs'].flatMap((folder) => codeIn(join(root, folder)));
const french = entriesOf(catalogues.fr);
const sourceOf = new Map(french.map(({ key, text }) => [key, text]));

/** What the server says to volunteers, in pages, mails and calendars: whole in every language. */
const SERVER_AREAS = [
  ...['common', 'errors', 'identity', 'enrolment', 'trainings', 'trainingMails', 'mails', 'secondFactor', 'cards'],
  ...['reception', 'learning', 'seats', 'recognition', 'privacy', 'maintenance', 'merge'],
];
/** What volunteers read: the version in short sentences covers all of it. */
const SIMPLE_AREAS = [
  ...[
    'common',
    'webPublic',
    'webMine',
    'webNotices',
    'webCard',
    'webLearning',
    'webMyData',
    'webSeats',
    'enrolment',
    'identity',
  ],
];

const camel = (area: string): string => area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function keysOf(areas: Record<string, Record<string, string> | undefined>, area: string): string[] {
  return Object.keys(areas[area] ?? {});
}

/** What a reader reads as one: tags and the inside of arguments away, each form of a plural on its own. */
function sentencesOf(text: string): string[] {
  const forms: string[] = [''];
  const walk = (nodes: Ast): void => {
    for (const node of nodes) {
      if (node.type === 0) forms.push(`${forms.pop() ?? ''}${node.value}`);
      else if ('options' in node) {
        const before = forms.pop() ?? '';
        const longest = Object.values(node.options)
          .map((option) => sentencesOf(printed(option.value)).join(' '))
          .sort((a, b) => b.length - a.length)[0];
        forms.push(before + (longest ?? ''));
      } else if ('children' in node) walk(node.children);
      else forms.push(`${forms.pop() ?? ''}X`);
    }
  };
  walk(astOf(text, 'fr'));
  return forms.flatMap((form) => form.split(/(?<=[.!?:;…])\s+|\n+/)).filter((sentence) => sentence.trim() !== '');
}

/** A piece of a message as text, arguments as one word each. */
function printed(nodes: Ast): string {
  return nodes
    .map((node) => {
      if (node.type === 0) return node.value;
      if ('children' in node) return printed(node.children);
      return 'X';
    })
    .join('');
}

/** The forms of each plural of a message. */
function pluralsOf(nodes: Ast): string[][] {
  return nodes.flatMap((node) => {
    const inside = 'options' in node ? Object.values(node.options).flatMap((option) => pluralsOf(option.value)) : [];
    const children = 'children' in node ? pluralsOf(node.children) : [];
    const own = node.type === 6 && node.pluralType === 'cardinal' ? [Object.keys(node.options)] : [];
    return [...own, ...inside, ...children];
  });
}

function entriesOf(areas: Record<string, Record<string, string> | undefined>): Entry[] {
  return Object.entries(areas).flatMap(([area, messages]) =>
    Object.entries(messages ?? {}).map(([key, text]) => ({ area, key, text })),
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
    for (const [locale, areas] of [...Object.entries(catalogues), ['simple', simple] as const]) {
      const language = locale === 'simple' ? 'fr' : locale;
      for (const { key, text } of entriesOf(areas)) {
        const source = sourceOf.get(key);
        if (source === undefined) {
          faults.push(`${locale} ${key}: French has no such message`);
          continue;
        }
        const wanted = [...argumentsOf(astOf(source, 'fr'))].sort().join(' ');
        const given = [...argumentsOf(astOf(text, language))].sort().join(' ');
        if (given !== wanted) faults.push(`${locale} ${key}: {${given}} instead of {${wanted}}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('have every plural form of their language', () => {
    const faults: string[] = [];
    for (const [locale, areas] of Object.entries(catalogues)) {
      // `many` of French and Spanish is for millions, and reads like `other` here.
      const rich = locale === 'uk' || locale === 'ar';
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((f) => rich || f !== 'many');
      for (const { key, text } of entriesOf(areas))
        for (const options of pluralsOf(astOf(text, locale))) {
          // Where one form serves all numbers but none, there is nothing to forget.
          if (!rich && options.every((option) => option === 'other' || option.startsWith('='))) continue;
          for (const form of forms)
            if (!options.includes(form) && !(form === 'zero' && options.includes('=0')))
              faults.push(`${locale} ${key}: no form for "${form}"`);
        }
    }
    expect(faults).toEqual([]);
  });

  it('are whole in English, and in the areas that a language calls finished', () => {
    const file = readFileSync(join(root, 'apps/web/src/i18n/areas.ts'), 'utf8');
    const list = /FOR_VOLUNTEERS[^=]*= \[([\s\S]*?)\n\];/.exec(file)?.[1] ?? '';
    const areas = [...list.matchAll(/'([\w-]+)'/g)].map(([, area = '']) => camel(area));
    expect(areas).toContain('webPublic');
    const lacking = (['es', 'uk', 'ar'] as const).flatMap((locale) =>
      [...areas, ...SERVER_AREAS].flatMap((area) =>
        keysOf(catalogues.fr, area)
          .filter((key) => !keysOf(catalogues[locale], area).includes(key))
          .map((key) => `${locale} ${key}`),
      ),
    );
    const english = french.filter(({ area, key }) => !keysOf(catalogues.en, area).includes(key));
    expect({ lacking, english }).toEqual({ lacking: [], english: [] });
  });

  it('say one thing in at most twelve words in the simple version', () => {
    const faults = entriesOf(simple).flatMap(({ key, text }) =>
      sentencesOf(text)
        .filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length > 12)
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(faults).toEqual([]);
  });

  it('of the pages of volunteers are all short in the simple version, its own words or not', () => {
    const own = new Set(entriesOf(simple).map(({ key }) => key));
    const faults = entriesOf(catalogues.fr)
      .filter(({ area, key }) => SIMPLE_AREAS.includes(area) && !own.has(key))
      .flatMap(({ key, text }) =>
        sentencesOf(text)
          .filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length > 12)
          .map((sentence) => `${key}: ${sentence}`),
      );
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

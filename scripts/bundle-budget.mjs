import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the first load of a page may weigh, by the source of the page: KiB of JavaScript, gzipped. */
const budgets = [
  { sources: /^src\/(public|mine|notices)\/.*\.tsx$/, limit: 150 },
  { sources: /^src\/staff\/.*\.tsx$/, limit: 400 },
];

/** Adds the files that a part of the build needs before it can run, its own included. */
function collect(manifest, key, files) {
  const part = manifest[key];
  if (!part || files.has(part.file)) return files;
  files.add(part.file);
  for (const needed of part.imports ?? []) collect(manifest, needed, files);
  return files;
}

/** The pages that must be loaded before a page is: an area asks for its pages only once it runs itself. */
function surroundings(manifest, page) {
  const parents = Object.keys(manifest).filter((key) => manifest[key].dynamicImports?.includes(page));
  return parents.flatMap((parent) => (parent === 'index.html' ? [] : [parent, ...surroundings(manifest, parent)]));
}

const CATALOGUES = '../../libs/platform/i18n/src/catalogues';
const EDITIONS = [['fr'], ['en'], ['es'], ['uk'], ['ar'], ['fr', 'simple']];
const EVERYWHERE = ['common', 'web-public', 'web-mine'];

/** Areas of messages that a page, or what it stands in, brings with it: `<MoreMessages area="web-staff">`. */
function areasOf(sources) {
  const texts = sources.map((source) => join(root, 'apps/web', source)).filter(existsSync);
  return texts.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/area="(web-[\w-]+)"/g)].map(([, area]) => area),
  );
}

/**
 * Weighs the first load of every lazily loaded page: the entry, the page with its area, and the messages of one language,
 * the heaviest (a version in short sentences comes on top of French).
 *
 * @param {string} folder the built site, with its `.vite/manifest.json`
 * @returns {{ page: string, kib: number, limit: number }[]} heaviest first
 */
export function weighPages(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const weights = new Map();
  const weigh = (file) => {
    if (!weights.has(file))
      weights.set(file, file.endsWith('.js') ? gzipSync(readFileSync(join(folder, file))).length : 0);
    return weights.get(file);
  };
  const total = (files) => [...files].reduce((sum, file) => sum + weigh(file), 0);
  const filesOf = (keys) => keys.reduce((all, key) => collect(manifest, key, all), new Set());

  return Object.entries(manifest)
    .filter(([, part]) => part.isDynamicEntry)
    .flatMap(([page]) => {
      const budget = budgets.find(({ sources }) => sources.test(page));
      if (!budget) return [];
      const keys = ['index.html', page, ...surroundings(manifest, page)];
      const areas = [...new Set([...EVERYWHERE, ...areasOf(keys)])];
      const words = EDITIONS.map((folders) =>
        folders.flatMap((language) => areas.map((area) => `${CATALOGUES}/${language}/${area}.ts`)),
      );
      const heaviest = Math.max(...words.map((files) => total(filesOf([...keys, ...files]))));
      return [{ page, kib: Math.round((heaviest / 1024) * 10) / 10, limit: budget.limit }];
    })
    .sort((x, y) => y.kib - x.kib);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = weighPages(process.argv[2] ?? 'dist-web');
  for (const { page, kib, limit } of pages) console.log(`${kib.toFixed(1).padStart(6)} / ${limit} KiB  ${page}`);
  process.exitCode = pages.length > 0 && pages.every(({ kib, limit }) => kib <= limit) ? 0 : 1;
}

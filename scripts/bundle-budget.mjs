import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

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

/**
 * Weighs the first load of every lazily loaded page: the entry, the page with its area, and one language, the heaviest.
 *
 * @param {string} folder the built site, with its `.vite/manifest.json`
 * @returns {{ page: string, kib: number, limit: number }[]} heaviest first
 */
export function weighPages(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const weigh = (file) => (file.endsWith('.js') ? gzipSync(readFileSync(join(folder, file))).length : 0);
  const total = (files) => [...files].reduce((sum, file) => sum + weigh(file), 0);
  const entries = Object.entries(manifest);
  const languages = entries
    .filter(([key]) => key.startsWith('src/i18n/catalogue-'))
    .map(([key]) => key)
    .sort((a, b) => total(collect(manifest, b, new Set())) - total(collect(manifest, a, new Set())));

  return entries
    .filter(([, part]) => part.isDynamicEntry)
    .flatMap(([page]) => {
      const budget = budgets.find(({ sources }) => sources.test(page));
      if (!budget) return [];
      const keys = ['index.html', languages[0], page, ...surroundings(manifest, page)];
      const files = keys.reduce((all, key) => collect(manifest, key, all), new Set());
      return [{ page, kib: Math.round((total(files) / 1024) * 10) / 10, limit: budget.limit }];
    })
    .sort((a, b) => b.kib - a.kib);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = weighPages(process.argv[2] ?? 'dist-web');
  for (const { page, kib, limit } of pages) console.log(`${kib.toFixed(1).padStart(6)} / ${limit} KiB  ${page}`);
  process.exitCode = pages.length > 0 && pages.every(({ kib, limit }) => kib <= limit) ? 0 : 1;
}

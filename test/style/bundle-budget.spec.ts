import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Weight {
  page: string;
  kib: number;
  limit: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist-web');

describe('the weight of pages', () => {
  it('stays within what a phone on a slow network can take', async () => {
    // `npm test` builds the pages first; alone, this test needs `npm run build:web` once.
    expect(existsSync(join(built, '.vite', 'manifest.json'))).toBe(true);
    const script: { weighPages: (folder: string) => Weight[] } = await import(join(root, 'scripts/bundle-budget.mjs'));
    const pages = script.weighPages(built);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter(({ kib, limit }) => kib > limit)).toEqual([]);
  });
});

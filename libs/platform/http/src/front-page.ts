import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '#platform/config';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** The text with the contents of its `brand:*` metas replaced by what the operator has set. */
export function branded(html: string, config: Config): string {
  const settings = {
    name: config.brandName,
    publisher: config.brandPublisher,
    email: config.brandEmail,
    host: config.brandHost,
  };
  return html.replace(
    /(<meta name="brand:(\w+)" content=")[^"]*(")/g,
    (_, before: string, name: string, after: string) =>
      before + escaped(settings[name as keyof typeof settings] ?? '') + after,
  );
}

/** The one HTML page that all addresses of the site share, or null while the pages are not built. */
export function frontPage(config: Config): string | null {
  const file = resolve(config.webDir, 'index.html');
  return existsSync(file) ? branded(readFileSync(file, 'utf8'), config) : null;
}

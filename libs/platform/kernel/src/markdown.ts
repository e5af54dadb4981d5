/** A run of text inside a block. */
export type Inline = { text: string } | { strong: Inline[] } | { link: Inline[]; href: string };

/** A block of course material. Headings start at level 2: the page has its own title. */
export type MarkdownBlock =
  | { kind: 'heading'; level: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

const linkOrStrong = /\*\*(.{1,1000}?)\*\*|\[([^\]]{1,300})\]\(([^()\s]{1,2000})\)/g;

/** Only addresses that open a page or a mail; anything else (`javascript:`, `data:`) stays plain text. */
function isSafeAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href);
}

/** Reads `**bold**` and `[links](https://…)` in a line. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const found of text.matchAll(linkOrStrong)) {
    const [whole, strong, label, href] = found;
    if (found.index > end) parts.push({ text: text.slice(end, found.index) });
    parts.push(inlineOf(whole, strong, label, href));
    end = found.index + whole.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function inlineOf(whole: string, strong?: string, label?: string, href?: string): Inline {
  if (strong !== undefined) return { strong: parseInline(strong) };
  if (label !== undefined && href !== undefined && isSafeAddress(href)) return { link: [{ text: label }], href };
  return { text: whole };
}

/**
 * Reads the small part of Markdown that course material is written in: headings (`#` to `###`), lists (`-`, `*`, `1.`),
 * bold and links. Everything else, raw HTML included, is text.
 */
export function parseMarkdown(source: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: MarkdownBlock | null = null;
  for (const raw of source.split(/\r?\n/)) {
    const line = raw.trim();
    const heading = /^(#{1,3})\s+(.+)$/.exec(line);
    const item = /^(?:([-*])|\d{1,3}[.)])\s+(.+)$/.exec(line);
    if (line === '') {
      open = null;
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length === 3 ? 3 : 2, content: parseInline(heading[2] ?? '') });
      open = null;
    } else if (item) {
      const ordered = item[1] === undefined;
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] };
        blocks.push(open);
      }
      open.items.push(parseInline(item[2] ?? ''));
    } else if (open?.kind === 'paragraph') {
      open.content = [...open.content, { text: ' ' }, ...parseInline(line)];
    } else if (open?.kind === 'list') {
      open.items.at(-1)?.push({ text: ' ' }, ...parseInline(line));
    } else {
      open = { kind: 'paragraph', content: parseInline(line) };
      blocks.push(open);
    }
  }
  return blocks;
}

import type { DocumentNode } from 'graphql';

/** Our own pages and mails ask a fraction of this; a compiled document takes half a megabyte at worst. */
const MOST_KEPT = 200;
const MOST_SEEN = 2000;

/**
 * Documents that were parsed and found valid, for Apollo to look up by their hash. A document is kept from its second
 * appearance on, and only the latest are: somebody who sends a new one each time fills no memory (before this, 3,000
 * of them took 1.5 GB).
 */
export class DocumentStore {
  private readonly kept = new Map<string, DocumentNode>();
  private readonly seenOnce = new Set<string>();
  private readonly known = new WeakSet<DocumentNode>();

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.kept.get(key);
    if (!document) return undefined;
    // To the end of the line of those that go.
    this.kept.delete(key);
    this.kept.set(key, document);
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    if (!this.seenOnce.delete(key)) {
      this.seenOnce.add(key);
      dropOldest(this.seenOnce, MOST_SEEN);
      return;
    }
    this.kept.set(key, document);
    this.known.add(document);
    dropOldest(this.kept, MOST_KEPT);
  }

  async delete(key: string): Promise<boolean> {
    return this.kept.delete(key);
  }

  /** Whether work on this document pays because it will be asked again. */
  keeps(document: DocumentNode): boolean {
    return this.known.has(document);
  }
}

function dropOldest(entries: Map<string, unknown> | Set<string>, most: number): void {
  const [oldest] = entries.keys();
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
}

import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { DocumentStore } from './document-store.js';

const document = parse('{ a }');

async function setTwice(store: DocumentStore, key: string): Promise<void> {
  await store.set(key, document);
  await store.set(key, document);
}

describe('the store of documents', () => {
  it('keeps what is asked twice', async () => {
    const store = new DocumentStore();
    await store.set('a', document);
    expect([await store.get('a'), store.keeps(document)]).toEqual([undefined, false]);
    await store.set('a', document);
    expect([await store.get('a'), store.keeps(document)]).toEqual([document, true]);
  });

  it('forgets what was not asked for longest', async () => {
    const store = new DocumentStore();
    for (let i = 0; i < 200; i++) await setTwice(store, `${i}`);
    await store.get('0');
    await setTwice(store, 'new');
    expect(await store.get('0')).toBe(document);
    expect(await store.get('1')).toBeUndefined();
  });

  it('is not filled by documents that come once', async () => {
    const store = new DocumentStore();
    await setTwice(store, 'ours');
    for (let i = 0; i < 5000; i++) await store.set(`${i}`, document);
    expect(await store.get('ours')).toBe(document);
    await store.set('0', document);
    expect(await store.get('0')).toBeUndefined();
  });
});

import type { MessageFormatElement } from 'react-intl';
import { foreign } from './foreign.js';
import type { Edition } from './locale.js';

/** A text, or what the build made of one that has arguments. */
export type Message = string | MessageFormatElement[];
export type Catalogue = Readonly<Record<string, Message>>;

/** A part of the messages that travels on its own: the file of that name in each language's folder. */
export type Area = 'common' | `web-${string}`;

// Each file of messages is a chunk of its own, fetched when a page of its area opens in its language.
const files = import.meta.glob<Record<string, Catalogue>>(
  '../../../../libs/platform/i18n/src/catalogues/*/{common,web-*}.ts',
);

/** What volunteers read. */
const FOR_VOLUNTEERS: readonly Area[] = [
  ...(['common', 'web-public', 'web-mine', 'web-notices', 'web-security', 'web-card', 'web-learning'] as const),
  ...(['web-my-data', 'web-recognition', 'web-verifier', 'web-certificates', 'web-seats'] as const),
];

/** Areas that have every message; in another one, what is missing is shown in French. A test keeps this list true. */
const FINISHED: Partial<Record<Edition, readonly Area[]>> = {
  es: FOR_VOLUNTEERS,
  uk: FOR_VOLUNTEERS,
  ar: FOR_VOLUNTEERS,
};

/** The kind of element that is plain text, as messages are parsed. */
const LITERAL = 0;

const loaded = new Map<string, Catalogue>();
const loading = new Map<string, Promise<Catalogue>>();
/** Areas that pages have asked for: a change of language brings them all at once. */
const asked = new Set<Area>();

async function fileOf(area: Area, folder: Edition): Promise<Catalogue> {
  const load = files[`../../../../libs/platform/i18n/src/catalogues/${folder}/${area}.ts`];
  // A file exports its messages and nothing else.
  return load ? (Object.values(await load())[0] ?? {}) : {};
}

/** A message between the marks of French. */
function marked(message: Message): Message {
  if (typeof message === 'string') return foreign(message);
  const [start, end] = [...foreign('')].map((value) => ({ type: LITERAL, value }));
  return start && end ? [start, ...message, end] : message;
}

/** Messages of an area: what the edition does not have is French, marked as such where the edition is not. */
async function read(area: Area, edition: Edition): Promise<Catalogue> {
  if (edition === 'fr' || edition === 'en' || FINISHED[edition]?.includes(area)) return fileOf(area, edition);
  const [french, own] = await Promise.all([fileOf(area, 'fr'), fileOf(area, edition)]);
  if (edition === 'simple') return { ...french, ...own };
  return { ...Object.fromEntries(Object.entries(french).map(([key, message]) => [key, marked(message)])), ...own };
}

/** The messages of an area, or the promise of them when they are still on their way. */
export function messagesOf(area: Area, edition: Edition): Catalogue | Promise<Catalogue> {
  const id = `${edition}/${area}`;
  asked.add(area);
  const here = loaded.get(id) ?? loading.get(id);
  if (here) return here;
  const coming = read(area, edition).then((catalogue) => {
    loaded.set(id, catalogue);
    return catalogue;
  });
  loading.set(id, coming);
  // What did not arrive is asked for again the next time.
  coming.catch(() => loading.delete(id));
  return coming;
}

/**
 * The promise of the messages of an area, the same one at each asking. A component that waits for it must wait in every
 * one of its renderings: React takes it amiss when the second one does not.
 */
export function comingMessages(area: Area, edition: Edition): Promise<Catalogue> {
  const found = messagesOf(area, edition);
  return loading.get(`${edition}/${area}`) ?? Promise.resolve(found);
}

/** Brings every area that this page has used so far, so that a change of language shows no gap. */
export async function fetchEdition(edition: Edition): Promise<void> {
  await Promise.all([...asked].map((area) => messagesOf(area, edition)));
}

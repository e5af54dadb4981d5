import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../graphql-env.js';

type Tada = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; ID: string };
}>;

/** The text of an operation, with its fragments, as it goes over the wire. */
export interface DocumentText {
  source: string;
  fragments: readonly DocumentText[];
}

/**
 * Writes a typed operation: the types of its answer and variables come from `schema.graphql`.
 *
 * gql.tada's own function parses the text so that a client may print it again. Nothing here needs the parsed form,
 * so only its types are used and no GraphQL parser travels to the browser.
 */
export const graphql = ((source: string, fragments: readonly DocumentText[] = []): DocumentText => ({
  source,
  fragments,
})) as unknown as Tada;

/** The full text of a document: its operation and each fragment once. */
export function textOf(document: DocumentText): string {
  const texts = new Set<string>();
  const collect = ({ source, fragments }: DocumentText): void => {
    texts.add(source);
    fragments.forEach(collect);
  };
  collect(document);
  return [...texts].join('\n');
}

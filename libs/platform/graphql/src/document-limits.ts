import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** What one document and its variables may cost. Our largest screen needs half of each. */
const LIMITS = { depth: 12, aliases: 10, tokens: 1000, directives: 5, cost: 5000, repetitions: 3, values: 2000 };

type Limits = Pick<ApolloDriverConfig, 'validationRules' | 'parseOptions'> & {
  plugins: NonNullable<ApolloDriverConfig['plugins']>;
};

/** Keeps a small request from becoming much work: what breaks a limit is refused before anything is executed. */
export function documentLimits(): Limits {
  const { plugins, validationRules } = new ApolloArmor({
    maxDepth: { n: LIMITS.depth },
    maxAliases: { n: LIMITS.aliases, allowList: [] },
    maxDirectives: { n: LIMITS.directives },
    costLimit: { maxCost: LIMITS.cost },
    blockFieldSuggestion: { enabled: true },
    // Its token limit parses every document twice and answers a typing error with status 500; the parser has its own.
    maxTokens: { enabled: false },
  }).protect();
  return {
    plugins: [...(plugins as Limits['plugins']), soundVariables],
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [...validationRules, fewRepetitions],
  };
}

/** The same field again and again in one selection is answered once but has to be checked each time against the others. */
function fewRepetitions(context: ValidationContext): ASTVisitor {
  return {
    SelectionSet(node) {
      const repeated = mostRepeated(node);
      if (repeated <= LIMITS.repetitions) return;
      const message = `A field may stand ${LIMITS.repetitions} times in one selection, not ${repeated} times.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}

/**
 * Thousands of wrong values are seconds of work to complain about, and an answer of megabytes. A text with NUL or half a
 * surrogate pair can be stored nowhere, and what checks it may stumble.
 */
const soundVariables: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request }) => {
      const message = faultOf(request.variables);
      if (message) throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
    },
  }),
};

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Walks without recursion: the nesting is the client's choice too. */
function faultOf(variables: unknown): string | null {
  const open = [variables];
  for (let count = 0; open.length > 0;) {
    const value = open.pop();
    if (typeof value === 'string' && (value.includes('\0') || LONE_SURROGATE.test(value)))
      return 'The variables hold a text that is not well-formed.';
    if (typeof value !== 'object' || value === null) continue;
    const inside = Object.values(value);
    count += inside.length;
    if (count > LIMITS.values) return `The variables may hold ${LIMITS.values} values.`;
    open.push(...inside);
  }
  return null;
}

function mostRepeated({ selections }: SelectionSetNode): number {
  const counts = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const alias = selection.kind === Kind.FIELD ? selection.alias : undefined;
    const key = `${selection.kind} ${(alias ?? selection.name).value}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

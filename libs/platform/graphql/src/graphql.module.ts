import { randomBytes } from 'node:crypto';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#platform/config';
import { InstantScalar } from './instant.scalar.js';
import { jitPlugin } from './jit.plugin.js';
import { OF_THE_DOCUMENT, presentError } from './present-error.js';

/** What one document may cost. Our largest screen needs half of each. */
const LIMITS = { depth: 12, aliases: 10, tokens: 1000, directives: 5, cost: 5000 };

function limits(): Pick<ApolloDriverConfig, 'validationRules'> & {
  plugins: NonNullable<ApolloDriverConfig['plugins']>;
} {
  const { plugins, validationRules } = new ApolloArmor({
    maxDepth: { n: LIMITS.depth },
    maxAliases: { n: LIMITS.aliases, allowList: [] },
    maxTokens: { n: LIMITS.tokens },
    maxDirectives: { n: LIMITS.directives },
    costLimit: { maxCost: LIMITS.cost },
    blockFieldSuggestion: { enabled: true },
  }).protect();
  return { plugins: plugins as NonNullable<ApolloDriverConfig['plugins']>, validationRules };
}

/** The GraphQL endpoint: one schema built from the code, limits on documents, compiled execution, masked errors. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Config],
      useFactory: (config: Config): ApolloDriverConfig => {
        const armor = limits();
        return {
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          buildSchemaOptions: { scalarsMap: [{ type: Date, scalar: InstantScalar }] },
          introspection: !config.isProduction,
          graphiql: false,
          playground: false,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: config.isProduction,
          validationRules: armor.validationRules,
          plugins: [...armor.plugins, ApolloServerPluginCacheControlDisabled(), jitPlugin()],
          // Only faults found before execution come this way; see jitPlugin for the others.
          formatError: (formatted, error) =>
            OF_THE_DOCUMENT.has(String(formatted.extensions?.['code']))
              ? formatted
              : presentError(error, 'fr', randomBytes(4).toString('hex')),
          context: (req: FastifyRequest, reply: FastifyReply) => ({ req, reply }),
        };
      },
    }),
  ],
  exports: [GraphQLModule],
})
export class GraphqlModule {}

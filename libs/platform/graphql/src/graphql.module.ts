import { randomBytes } from 'node:crypto';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#platform/config';
import { documentLimits } from './document-limits.js';
import { DocumentStore } from './document-store.js';
import { InstantScalar } from './instant.scalar.js';
import { jitPlugin } from './jit.plugin.js';
import { OF_THE_DOCUMENT, presentError } from './present-error.js';

/** The GraphQL endpoint: one schema built from the code, limits on documents, compiled execution, masked errors. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Config],
      useFactory: (config: Config): ApolloDriverConfig => {
        const limits = documentLimits();
        const documentStore = new DocumentStore();
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
          // Our documents are short: storing them under a hash would only be another way in.
          persistedQueries: false,
          documentStore,
          maxRecursiveSelections: true,
          parseOptions: limits.parseOptions,
          validationRules: limits.validationRules,
          plugins: [...limits.plugins, ApolloServerPluginCacheControlDisabled(), jitPlugin(documentStore)],
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

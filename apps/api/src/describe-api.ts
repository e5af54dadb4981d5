import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { doorsOf, permissionsPage } from '#platform/http';

/** What the API offers and to whom, as the two committed files tell it. */
export function describeApi(app: INestApplication): { schema: string; permissions: string } {
  return {
    schema: `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`,
    permissions: permissionsPage(doorsOf(app.get(ModulesContainer))),
  };
}

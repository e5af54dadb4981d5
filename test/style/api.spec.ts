import { readFileSync, writeFileSync } from 'node:fs';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { doorsOf } from '#platform/http';
import { describeApi } from '../../apps/api/src/describe-api.js';
import { TestApp } from '../support/app.js';

/** What of a type has no description: the type itself, its fields, their arguments, its enum values. */
function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name];
  if (isEnumType(type))
    return [
      ...missing,
      ...type
        .getValues()
        .filter((v) => !v.description)
        .map((v) => `${type.name}.${v.name}`),
    ];
  if (isInputObjectType(type))
    return [
      ...missing,
      ...Object.values(type.getFields())
        .filter((f) => !f.description)
        .map((f) => `${type.name}.${f.name}`),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return missing;
  return Object.values(type.getFields()).reduce((all, field) => {
    const name = `${type.name}.${field.name}`;
    const args = field.args.filter((arg) => !arg.description).map((arg) => `${name}(${arg.name})`);
    return [...all, ...(field.description ? [] : [name]), ...args];
  }, missing);
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  const roots = new Set(['Query', 'Mutation']);
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .map(
      (type) =>
        (roots.has(type.name)
          ? Object.assign(Object.create(Object.getPrototypeOf(type) as object), type, { description: 'root' })
          : type) as GraphQLNamedType,
    );
}

describe('the API', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterAll(() => t.close());

  it('is what the committed schema says (npm run schema)', () => {
    const { schema } = describeApi(t.app);
    if (process.env.WRITE_SCHEMA) writeFileSync('schema.graphql', schema);
    expect(readFileSync('schema.graphql', 'utf8')).toBe(schema);
  });

  it('opens its doors to whom the committed page says (npm run schema)', () => {
    const { permissions } = describeApi(t.app);
    if (process.env.WRITE_SCHEMA) writeFileSync('docs/permissions.md', permissions);
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissions);
  });

  it('says of every root field and route whom it lets in', () => {
    const doors = doorsOf(t.app.get(ModulesContainer));
    expect(doors.filter((door) => door.allow === null)).toEqual([]);
    const { schema } = t.app.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    const known = new Set(doors.filter((door) => door.kind !== 'Route').map((door) => door.name));
    expect(fields.filter((field) => !known.has(field))).toEqual([]);
  });

  it('describes every type, field, argument and enum value', () => {
    expect(ownTypes(t.app.get(GraphQLSchemaHost).schema).flatMap(undescribed)).toEqual([]);
  });

  it('denies a door that was forgotten', async () => {
    const answer = await t.visitor().ask('{ mySignIns { id } }');
    expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const someone = await t.signIn();
    expect((await someone.ask('{ accounts { total } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

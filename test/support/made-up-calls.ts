import {
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const UUID = '00000000-0000-4000-8000-000000000000';

/** A value that a type lets through, as it is written in a document. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{ ${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  const byName: Record<string, string> = {
    ID: `"${UUID}"`,
    Int: '1',
    Float: '1',
    Boolean: 'true',
    DateTime: '"2026-03-01T12:00:00Z"',
    JSON: '{}',
    JSONObject: '{}',
  };
  return byName[type.name] ?? '"abc"';
}

/** A valid call of a root field with values made up from the types of its arguments. */
export function madeUpCall(schema: GraphQLSchema, kind: 'Query' | 'Mutation', name: string): string {
  const field = (kind === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
  if (!field) throw new Error(`The schema has no ${kind} ${name}`);
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const args = needed.map((arg) => `${arg.name}: ${literal(arg.type)}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${kind.toLowerCase()} { ${name}${args ? `(${args})` : ''}${selection} }`;
}

/** The address of a route with made-up parameters. */
export const madeUpPath = (route: string): string => route.replace(/:\w+/g, UUID).replace(/\*/g, 'x');

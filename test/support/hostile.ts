import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const cursor = (keys: unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Texts that have broken somebody's program before. */
export const HOSTILE_TEXTS: Record<string, string> = {
  empty: '',
  blank: ' \u00a0\u2003',
  nul: 'a\u0000b',
  'half a surrogate pair': 'a\ud800b',
  'right to left': '\u202e\u2067abc\u200f',
  'sql in quotes': `'; drop table volunteer; --`,
  'like patterns': '%_\\',
  markup: '<script>alert(1)</script>{{7*7}}${7*7}',
  'invalid cursor of one': cursor(['x']),
  'invalid cursor of two': cursor(['x', null]),
  'invalid cursor of three': cursor([{}, 'x', -1]),
  'cursor of an impossible date': cursor(['2026-02-31T99:00:00Z', '00000000-0000-0000-0000-000000000000']),
  'cursor of a huge number': cursor(['9'.repeat(40)]),
  long: 'é'.repeat(50_000),
};

const NUMBERS = [0, -1, 2_147_483_647, -2_147_483_648, 7];
const INSTANTS = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59+14:00', '2026-03-29T02:30:00+01:00'];
const UUID = '00000000-0000-4000-8000-000000000000';

/** A request for a root field with every text, number and instant of its arguments hostile. */
export interface HostileRequest {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

/** One request for each root field and hostile text; the nth also takes the nth number and instant. */
export function hostileRequests(schema: GraphQLSchema): HostileRequest[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      Object.entries(HOSTILE_TEXTS).map(([label, text], i) => ({
        name: `${field.name}, ${label}`,
        query: documentOf(kind, field),
        variables: Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.type, text, i)])),
      })),
    ),
  );
}

function documentOf(kind: string, field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`;
}

function valueOf(type: GraphQLInputType, text: string, i: number): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, text, i);
  if (isListType(type)) return [valueOf(type.ofType, text, i)];
  if (isEnumType(type)) return type.getValues()[i % type.getValues().length]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, text, i)]),
    );
  switch (type.name) {
    case 'Int':
    case 'Float':
      return NUMBERS[i % NUMBERS.length];
    case 'Boolean':
      return i % 2 === 0;
    case 'DateTime':
      return INSTANTS[i % INSTANTS.length];
    // Half of the time an identifier that could be one, so that what stands behind it is reached.
    case 'ID':
      return i % 2 === 0 ? UUID : text;
    default:
      return text;
  }
}

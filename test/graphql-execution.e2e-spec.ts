import fc from 'fast-check';
import {
  execute,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { TestApp } from './support/app.js';

/** Root fields that anybody may ask for without arguments, or with these. */
const ROOTS: Record<string, string> = {
  home: '',
  viewer: '',
  themes: '',
  places: '',
  partners: '',
  courses: '',
  sessions: '(first: 5)',
  consentTexts: '(purposes: ["terms", "network:climate"], locale: fr)',
};

/** A random selection of a type's fields, nested no deeper than given, aliases and fragments among them. */
function selection(type: GraphQLOutputType, depth: number): fc.Arbitrary<string> {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return fc.constant('');
  if (isUnionType(named)) {
    const parts = named
      .getTypes()
      .map((member) => selection(member, depth).map((inner) => `... on ${member.name} ${inner}`));
    return fc.tuple(...parts).map((members) => `{ __typename ${members.join(' ')} }`);
  }
  const fields = Object.values((named as GraphQLObjectType).getFields())
    .filter((field) => field.args.length === 0)
    .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  const chosen = fc.subarray(fields, { minLength: Math.min(1, fields.length) });
  return chosen.chain((some) => {
    const parts = some.map((field) => selection(field.type, depth - 1).map((inner) => `${field.name} ${inner}`));
    const kind = fc.integer({ min: 0, max: 2 });
    return fc.tuple(kind, ...parts).map(([how, ...texts]) => {
      const inner = ['__typename', ...texts].join(' ');
      const spread = isObjectType(named) ? `... on ${named.name} { ${inner} }` : inner;
      return how === 0
        ? `{ ${inner} }`
        : how === 1
          ? `{ ${spread} }`
          : `{ ${inner} again: __typename @include(if: $yes) }`;
    });
  });
}

function documents(schema: GraphQLSchema): fc.Arbitrary<string> {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const roots = Object.entries(ROOTS).filter(([name]) => fields[name]);
  const one = fc
    .constantFrom(...roots)
    .chain(([name, args]) => selection(fields[name]!.type, 3).map((inner) => `${name}${args} ${inner}`));
  return fc
    .tuple(one, one)
    .map(([a, b]) => `query Q($yes: Boolean = true) { a: ${a} b: ${b} on: __typename @include(if: $yes) }`);
}

describe('compiled GraphQL execution', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterAll(() => t.close());

  it('answers what graphql-js answers, for a thousand random documents', async () => {
    const { schema } = t.app.get(GraphQLSchemaHost);
    const request = () => ({ req: { cookies: {}, headers: {}, locale: 'fr', id: 'test', ip: '::1' }, reply: {} });
    const compared = fc.asyncProperty(documents(schema), async (text) => {
      const document = parse(text);
      expect(validate(schema, document)).toEqual([]);
      const compiled = compileQuery(schema, document, 'Q');
      if (!isCompiledQuery(compiled)) throw new Error(JSON.stringify(compiled));
      const expected = await execute({ schema, document, contextValue: request(), variableValues: {} });
      const actual = await compiled.query(undefined, request(), {});
      expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(JSON.stringify(expected)));
    });
    await fc.assert(compared, { numRuns: 1000 });
  }, 120_000);

  it('refuses variables of the wrong type without executing anything', async () => {
    const answer = await t.visitor().ask('query($n: Int!) { sessions(first: $n) { total } }', { n: 'many' });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('masks what nobody foresaw, and says under which number to ask', async () => {
    const { schema } = t.app.get(GraphQLSchemaHost);
    const field = schema.getQueryType()!.getFields()['viewer']!;
    const resolve = field.resolve;
    field.resolve = () => {
      throw new Error('select secret from vault');
    };
    try {
      const answer = await t.visitor().ask('{ viewer { email } broken: __typename }');
      expect(JSON.stringify(answer)).not.toContain('vault');
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'INTERNAL',
        requestId: expect.stringMatching(/^[0-9a-f]{8}$/),
      });
    } finally {
      field.resolve = resolve;
    }
  });

  it('refuses documents that cost too much', async () => {
    const deep = `{ courses ${'{ prerequisites '.repeat(1)}{ id } } }`;
    expect((await t.visitor().ask(deep)).errors).toBeUndefined();
    const aliases = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: themes { id }`).join(' ')} }`;
    expect((await t.visitor().ask(aliases)).errors?.[0]?.message).toMatch(/alias/i);
    const batch = await t.visitor().ask('{ __schema { types { name } } }');
    expect([200, 400]).toContain(batch.status);
  });
});

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

function parse(value: unknown): Date {
  const instant = typeof value === 'string' && ISO_WITH_ZONE.test(value) ? new Date(value) : new Date(NaN);
  if (Number.isNaN(instant.getTime()))
    throw new GraphQLError('Expected a date and time with its zone, such as 2026-03-12T18:30:00+01:00.');
  return instant;
}

function serialize(value: unknown): string {
  const instant = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(instant.getTime())) throw new GraphQLError('Not a date.');
  return instant.toISOString();
}

/** An instant. Input without a zone is refused: "18:30" means two different things on the night of the October switch. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant as ISO 8601 with its zone, such as 2026-03-12T18:30:00+01:00. Answers are in UTC.',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});

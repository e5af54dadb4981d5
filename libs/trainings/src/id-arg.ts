import { type PipeTransform } from '@nestjs/common';
import { Args, ID } from '@nestjs/graphql';
import { notFound } from '#platform/graphql';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What cannot be an identifier of ours is an identifier of nothing: NOT_FOUND, as for one that is well formed. */
const known: PipeTransform<string | null, string | null> = {
  transform: (value) => {
    if (value !== null && value !== undefined && !UUID.test(value)) throw notFound('Identifier');
    return value ?? null;
  },
};

/** Parameter decorator: an identifier given as an argument, of what the description says. */
export const IdArg = (name: string, description: string, options: { nullable?: boolean } = {}): ParameterDecorator =>
  Args(name, { type: () => ID, description, nullable: options.nullable ?? false }, known);

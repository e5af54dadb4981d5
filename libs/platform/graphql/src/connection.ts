import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { userError } from './errors.js';

/** Where a page ends and whether more follows. */
@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on an empty page.' })
  endCursor: string | null;

  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage: boolean;
}

export interface Page<T> {
  nodes: T[];
  pageInfo: PageInfo;
  total: number;
}

/** The GraphQL type of a page of nodes. Count `total` only if the client wants it: see `@Wants('total')`. */
export function Connection<T>(Node: Type<T>, name: string): Type<{ nodes: T[]; pageInfo: PageInfo; total: number }> {
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionOfNode {
    @Field(() => [Node], { description: 'The entries of this page.' })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many entries the whole list has.' })
    total: number;
  }
  return ConnectionOfNode;
}

/** Largest page anybody may ask for. */
export const MAX_PAGE = 100;

/** @throws BAD_USER_INPUT unless 1 <= first <= 100 */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw userError('BAD_USER_INPUT', `A page has 1 to ${MAX_PAGE} entries.`, [{ path: 'first', rule: 'pageSize' }]);
}

/** Makes a page out of `first + 1` rows: the extra row only says that more follows. */
export function pageOf<T>(rows: T[], first: number, cursorOf: (row: T) => string): Omit<Page<T>, 'total'> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { endCursor: last ? cursorOf(last) : null, hasNextPage: rows.length > first } };
}

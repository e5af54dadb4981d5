import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '#platform/identity';
import { AuditQueries } from './audit.queries.js';
import { AuditConnection } from './audit.types.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly queries: AuditQueries) {}

  @Query(() => AuditConnection, { description: 'The journal, newest first.' })
  @Allow('admin')
  async auditEntries(
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const wanted = text?.trim() || null;
    return { ...(await this.queries.page(wanted, first, after ?? null)), total: () => this.queries.count(wanted) };
  }
}

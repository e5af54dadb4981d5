import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Page, Wants } from '#platform/graphql';
import { Allow } from '#platform/identity';
import { AuditQueries } from './audit.queries.js';
import { AuditConnection, type AuditEntry } from './audit.types.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly queries: AuditQueries) {}

  @Query(() => AuditConnection, { description: 'The journal, newest first.' })
  @Allow('admin')
  async auditEntries(
    @Args('text', {
      type: () => String,
      nullable: true,
      description: 'Part of an action or an actor, or the identifier of what it is about.',
    })
    text: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Page size, at most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
    @Wants('total') counted: boolean,
  ): Promise<Page<AuditEntry>> {
    const wanted = text?.trim() || null;
    const total = counted ? await this.queries.count(wanted) : 0;
    return { ...(await this.queries.page(wanted, first, after ?? null)), total };
  }
}

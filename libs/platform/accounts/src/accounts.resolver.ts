import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Page, Wants } from '#platform/graphql';
import { type Actor, Allow, Me, type Role } from '#platform/identity';
import { GrantRoleArgs } from './accounts.inputs.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { AccountConnection, AccountRow, RoleEnum } from './accounts.types.js';

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly queries: AccountsQueries,
  ) {}

  @Query(() => AccountConnection, { name: 'accounts', description: 'Accounts by address.' })
  @Allow('admin')
  async list(
    @Args('text', { type: () => String, nullable: true, description: 'Part of an address or a name.' })
    text: string | null,
    @Args('role', { type: () => RoleEnum, nullable: true, description: 'Only holders of this role.' })
    role: Role | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Page size, at most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
    @Wants('total') counted: boolean,
  ): Promise<Page<AccountRow>> {
    const wanted = text?.trim() || null;
    const total = counted ? await this.queries.count(wanted, role ?? null) : 0;
    return { ...(await this.queries.page(wanted, role ?? null, first, after ?? null)), total };
  }

  @Mutation(() => AccountRow, { description: 'Gives a role to an address.' })
  @Allow('admin')
  async grantRole(@Me() me: Actor, @Args() args: GrantRoleArgs): Promise<AccountRow> {
    const { email, role, network = null, arrondissement = null, expiresAt = null } = args;
    return this.queries.account(await this.accounts.grant(me, { email, role, network, arrondissement, expiresAt }));
  }

  @Mutation(() => AccountRow, { description: 'Takes a role back; the last administrator keeps hers.' })
  @Allow('admin')
  async revokeRole(
    @Me() me: Actor,
    @Args('grantId', { type: () => ID, description: 'Which grant.' }) grantId: string,
  ): Promise<AccountRow> {
    return this.queries.account(await this.accounts.revoke(me, grantId));
  }
}

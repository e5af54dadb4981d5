import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor, Role } from '#platform/identity';
import { Clock, type Locale, type Network } from '#platform/kernel';
import { Account } from './account.entity.js';
import { RoleGrantRow } from './role-grant.entity.js';

export interface NewGrant {
  email: string;
  role: Role;
  network: Network | null;
  arrondissement: number | null;
  expiresAt: Date | null;
}

/** Roles and settings of accounts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async setLocale(accountId: string, locale: Locale): Promise<void> {
    await this.db.repo(Account).update({ id: accountId }, { locale });
  }

  /** Finds or makes the account of an address that has not proved itself yet. */
  async ensure(email: string): Promise<string> {
    const [row] = await this.db.query<{ id: string }>(
      `insert into account (email) values ($1) on conflict (email) do update set email = account.email returning id`,
      [email],
    );
    if (!row) throw new Error('An account was neither made nor found');
    return row.id;
  }

  /** Gives a role; the same role with the same scope is given once. Answers the account. */
  async grant(actor: Actor | null, grant: NewGrant): Promise<string> {
    if (grant.network === 'paris')
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'network', rule: 'isIn' }]);
    const { role, network, arrondissement, expiresAt } = grant;
    return this.db.transaction(async () => {
      const accountId = await this.ensure(grant.email);
      await this.db.query('select 1 from account where id = $1 for update', [accountId]);
      const held = await this.db.query(
        `select 1 from role_grant where account_id = $1 and role = $2 and network is not distinct from $3
            and arrondissement is not distinct from $4 and revoked_at is null and (expires_at is null or expires_at > $5)`,
        [accountId, role, network, arrondissement, this.clock.now()],
      );
      if (held.length > 0) return accountId;
      await this.db.repo(RoleGrantRow).insert({
        accountId,
        role,
        network,
        arrondissement,
        expiresAt,
        grantedBy: actor?.accountId ?? null,
        grantedAt: this.clock.now(),
      });
      await this.audit.write({
        actor,
        action: 'role.grant',
        subjectType: 'account',
        subjectId: accountId,
        details: { role, network, arrondissement },
      });
      return accountId;
    });
  }

  /** Takes a role back. The last administrator keeps hers: nobody could give it again. */
  async revoke(actor: Actor, grantId: string): Promise<string> {
    return this.db.transaction(async () => {
      // All administrators at once, in one order: two who revoke each other at the same moment must not both succeed.
      const admins = await this.db.query<{ id: string }>(
        `select id from role_grant where role = 'admin' and revoked_at is null
            and (expires_at is null or expires_at > $1) order by id for update`,
        [this.clock.now()],
      );
      const grant = await this.db.repo(RoleGrantRow).findOneBy({ id: grantId });
      if (!grant || grant.revokedAt) throw notFound('Role');
      if (grant.role === 'admin' && admins.every((admin) => admin.id === grantId))
        throw userError('CONFLICT', 'identity.last-admin');
      await this.db.repo(RoleGrantRow).update({ id: grantId }, { revokedAt: this.clock.now() });
      await this.audit.write({
        actor,
        action: 'role.revoke',
        subjectType: 'account',
        subjectId: grant.accountId,
        details: { role: grant.role, network: grant.network, arrondissement: grant.arrondissement },
      });
      return grant.accountId;
    });
  }
}

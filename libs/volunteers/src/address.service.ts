import { Injectable } from '@nestjs/common';
import { SignInService } from '#platform/accounts';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { AddressProofs } from './address-proofs.js';
import type { MergeChoice, MergeField, MergeRefusal } from './merge.rules.js';
import { MergeService } from './merge.service.js';
import { People } from './people.js';

type SignInRefusal = NonNullable<Awaited<ReturnType<SignInService['spendCode']>>>;

/** What came of an address that somebody without one has proved. */
export type AddressOutcome =
  | { refused: SignInRefusal }
  | { added: true }
  /** Another profile has it: the two may become one. */
  | { other: OtherProfile };

/** The other profile of an address, and the proof that the address is hers, good for half an hour. */
export interface OtherProfile {
  keptId: string;
  goneId: string;
  proof: string;
}

/** An address for somebody who had none: nothing that she has is lost. */
@Injectable()
export class AddressService {
  constructor(
    private readonly db: Database,
    private readonly signIns: SignInService,
    private readonly people: People,
    private readonly merging: MergeService,
    private readonly audit: Audit,
    private readonly proofs: AddressProofs,
  ) {}

  /** Takes the code that proves an address. @throws CONFLICT for somebody who has an address already */
  async add(me: Actor, email: string, code: string): Promise<AddressOutcome> {
    if (me.email !== null) throw userError('CONFLICT', 'error.CONFLICT');
    return this.db.transaction(async (): Promise<AddressOutcome> => {
      const refused = await this.signIns.spendCode(email, code);
      if (refused) return { refused };
      const known = await this.people.byAddress(email);
      const account = await this.accountOf(email);
      const otherId = account?.volunteerId ?? known?.id ?? null;
      if (otherId !== null && otherId !== me.volunteerId)
        return { other: { ...this.which(me, otherId, account !== null), proof: this.proofs.prove(me, email) } };
      await this.take(me, email, account?.id ?? null);
      return { added: true };
    });
  }

  /**
   * Makes one of her profile and the other one of an address that she has proved.
   * @returns null, or why it was not done @throws BAD_USER_INPUT when the proof is too old or somebody else's
   */
  async join(me: Actor, proof: string, chosen: Partial<Record<MergeField, MergeChoice>>): Promise<MergeRefusal | null> {
    const email = this.proofs.read(me, proof);
    if (email === null)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'proof', rule: 'isRecent' }]);
    const known = await this.people.byAddress(email);
    const account = await this.accountOf(email);
    const otherId = account?.volunteerId ?? known?.id ?? null;
    if (otherId === null) return 'NOT_FOUND';
    const wish = this.which(me, otherId, account !== null);
    const refused = await this.merging.merge(me, {
      ...wish,
      chosen: { ...chosen, email: wish.keptId === otherId ? 'kept' : 'gone' },
      byHerself: true,
    });
    if (refused === null && account === null) await this.db.transaction(() => this.take(me, email, null));
    return refused;
  }

  /** The profile with the account of the address stays; one that nobody signs in to becomes part of hers. */
  private which(me: Actor, otherId: string, hasAccount: boolean): { keptId: string; goneId: string } {
    const mine = me.volunteerId ?? '';
    return hasAccount ? { keptId: otherId, goneId: mine } : { keptId: mine, goneId: otherId };
  }

  private async accountOf(email: string): Promise<{ id: string; volunteerId: string | null } | null> {
    const [account] = await this.db.query<{ id: string; volunteerId: string | null }>(
      `select a.id, v.id as "volunteerId" from account a left join volunteer v on v.account_id = a.id where a.email = $1`,
      [email],
    );
    return account ?? null;
  }

  /** Writes the address down. An account of it without a profile is empty, and goes unless it has a role. */
  private async take(me: Actor, email: string, emptyAccountId: string | null): Promise<void> {
    if (emptyAccountId !== null) {
      const gone = await this.db.query(
        `delete from account a where a.id = $1
            and not exists (select 1 from role_grant g where g.account_id = a.id and g.revoked_at is null) returning id`,
        [emptyAccountId],
      );
      if (gone.length === 0) throw userError('CONFLICT', 'merge.refusal.STAFF');
    }
    await this.db.query('update account set email = $2 where id = $1', [me.accountId, email]);
    await this.db.query('update contact set email = $2, updated_at = $3 where volunteer_id = $1', [
      me.volunteerId,
      email,
      this.proofs.now(),
    ]);
    const subject = { subjectType: 'account', subjectId: me.accountId };
    const person = me.volunteerId === null ? {} : { volunteerId: me.volunteerId };
    await this.audit.write({ actor: me, action: 'address.add', ...subject, ...person });
  }
}

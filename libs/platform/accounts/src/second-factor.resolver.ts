import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { AccountsQueries } from './accounts.queries.js';
import { AccountRow } from './accounts.types.js';
import { inWords } from './factor-words.js';
import { PasskeysService } from './passkeys.service.js';
import { FactorCodeArgs, NewPasskeyArgs, ResetArgs } from './second-factor.inputs.js';
import { SecondFactorQueries } from './second-factor.queries.js';
import { FactorAddedResult, type SecondFactorRefused } from './second-factor.refusal.js';
import { SecondFactorService } from './second-factor.service.js';
import { type FactorAdded, Security, TotpSetUp } from './second-factor.types.js';
import { TotpService } from './totp.service.js';

/** The factors of an account: adding, listing, removing; and taking them away from somebody who lost them. */
@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly queries: SecondFactorQueries,
    private readonly accounts: AccountsQueries,
  ) {}

  @Query(() => Security, { description: 'How my account is protected beyond the address.' })
  @Allow('account')
  mySecurity(@Me() me: Actor): Promise<Security> {
    return this.queries.of(me);
  }

  @Mutation(() => TotpSetUp, { description: 'Begins to set up an authenticator program; a code confirms it.' })
  @Allow('account')
  beginTotp(@Me() me: Actor): Promise<TotpSetUp> {
    return this.totp.begin(me);
  }

  @Mutation(() => FactorAddedResult, { description: 'Confirms the authenticator program by its first code.' })
  @Allow('account')
  async confirmTotp(
    @Me() me: Actor,
    @Args() { code }: FactorCodeArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<FactorAdded | SecondFactorRefused> {
    const result = await this.totp.confirm(me, code);
    return 'reason' in result ? inWords(result, locale) : result;
  }

  @Mutation(() => Security, { description: 'Removes the authenticator program.' })
  @Allow('account')
  async removeTotp(@Me() me: Actor): Promise<Security> {
    await this.totp.remove(me);
    return this.queries.of(me);
  }

  @Mutation(() => String, { description: 'What the browser needs to make a passkey, as JSON (WebAuthn).' })
  @Allow('account')
  passkeyCreationOptions(@Me() me: Actor): Promise<string> {
    return this.passkeys.optionsToAdd(me);
  }

  @Mutation(() => FactorAddedResult, { description: 'Keeps the passkey that the browser has made.' })
  @Allow('account')
  async addPasskey(
    @Me() me: Actor,
    @Args() { name, response }: NewPasskeyArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<FactorAdded | SecondFactorRefused> {
    const result = await this.passkeys.add(me, name, response);
    return 'reason' in result ? inWords(result, locale) : result;
  }

  @Mutation(() => Security, { description: 'Removes one of my passkeys.' })
  @Allow('account')
  async removePasskey(
    @Me() me: Actor,
    @Args('id', { type: () => ID, description: 'Which one.' }) id: string,
  ): Promise<Security> {
    await this.passkeys.remove(me, id);
    return this.queries.of(me);
  }

  @Mutation(() => [String], { description: 'New recovery codes in place of all earlier ones; shown this one time.' })
  @Allow('account')
  renewRecoveryCodes(@Me() me: Actor): Promise<string[]> {
    return this.factors.renewCodes(me);
  }

  @Mutation(() => AccountRow, {
    description: 'Takes away the factors of somebody who lost them and signs her out everywhere; never one’s own.',
  })
  @Allow('admin')
  async resetSecondFactor(@Me() me: Actor, @Args() { accountId, reason }: ResetArgs): Promise<AccountRow> {
    await this.factors.reset(me, accountId, reason);
    return this.accounts.account(accountId);
  }
}

import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale, type RequestContext, UserError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { AccountsQueries } from './accounts.queries.js';
import { AccountRow, SignedIn, SignInRefused, SignInResult } from './accounts.types.js';
import { FactorProofService } from './factor-proof.service.js';
import { PasskeysService } from './passkeys.service.js';
import { RequestLimiter } from './request-limiter.js';
import { FactorCodeArgs, NewPasskeyArgs, PasskeyAnswerArgs, ResetArgs } from './second-factor.inputs.js';
import { SecondFactorQueries } from './second-factor.queries.js';
import {
  FactorAddedResult,
  type FactorRefused,
  SecondFactorRefused,
  SecondFactorResult,
} from './second-factor.refusal.js';
import { SecondFactorService } from './second-factor.service.js';
import { FactorAdded, SecondFactorProved, Security, TotpSetUp } from './second-factor.types.js';
import { SignInAnswer } from './sign-in-answer.js';
import { deviceName } from './sign-in.rules.js';
import { TotpService } from './totp.service.js';

function inWords(refusal: FactorRefused, locale: Locale): SecondFactorRefused {
  const { reason, attemptsLeft, retryAfterSeconds } = refusal;
  const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60);
  const key = retryAfterSeconds === null ? reason : ('TOO_MANY_ATTEMPTS' as const);
  const values = { attemptsLeft: attemptsLeft ?? -1, minutes };
  return { ...refusal, message: t(locale, `second-factor.refusal.${key}`, values) };
}

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly proofs: FactorProofService,
    private readonly queries: SecondFactorQueries,
    private readonly accounts: AccountsQueries,
    private readonly limiter: RequestLimiter,
    private readonly signInAnswer: SignInAnswer,
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

  @Mutation(() => SecondFactorResult, { description: 'Second step: a code of the program, or a recovery code.' })
  @Allow('account')
  async proveByCode(
    @Me() me: Actor,
    @Args() { code }: FactorCodeArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<SecondFactorProved | SecondFactorRefused> {
    return this.proved(me, await this.proofs.byCode(me, code), locale);
  }

  @Mutation(() => SecondFactorResult, { description: 'Second step: a passkey of mine.' })
  @Allow('account')
  async proveByPasskey(
    @Me() me: Actor,
    @Args() { response }: PasskeyAnswerArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<SecondFactorProved | SecondFactorRefused> {
    return this.proved(me, await this.proofs.byPasskey(me, response), locale);
  }

  @Mutation(() => String, { description: 'What the browser needs to ask for a passkey, as JSON (WebAuthn).' })
  @Allow('public')
  passkeyRequestOptions(@Context() { req }: RequestContext): Promise<string> {
    this.limit(req.ip);
    return this.passkeys.optionsToProve();
  }

  @Mutation(() => SignInResult, { description: 'Signs in by a passkey alone, as both factors; sets the cookie.' })
  @Allow('public')
  async signInWithPasskey(
    @Args() { response }: PasskeyAnswerArgs,
    @ReaderLocale() locale: Locale,
    @Context() { req, reply }: RequestContext,
  ): Promise<SignedIn | SignInRefused> {
    this.limit(req.ip);
    const device = deviceName(req.headers['user-agent']);
    return this.signInAnswer.to(await this.proofs.signIn(response, device), locale, reply);
  }

  @Mutation(() => AccountRow, {
    description: 'Takes away the factors of somebody who lost them and signs her out everywhere; never one’s own.',
  })
  @Allow('admin')
  async resetSecondFactor(@Me() me: Actor, @Args() { accountId, reason }: ResetArgs): Promise<AccountRow> {
    await this.factors.reset(me, accountId, reason);
    return this.accounts.account(accountId);
  }

  private async proved(
    me: Actor,
    refusal: FactorRefused | null,
    locale: Locale,
  ): Promise<SecondFactorProved | SecondFactorRefused> {
    if (refusal) return inWords(refusal, locale);
    return { viewer: await this.accounts.viewer(me.accountId, me.signInId) };
  }

  private limit(ip: string): void {
    const wait = this.limiter.secondsToWait(ip);
    if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], wait);
  }
}

import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ReaderLocale, type RequestContext, UserError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { AccountsQueries } from './accounts.queries.js';
import { type SignedIn, type SignInRefused, SignInResult } from './accounts.types.js';
import { FactorProofService } from './factor-proof.service.js';
import { inWords } from './factor-words.js';
import { PasskeysService } from './passkeys.service.js';
import { RequestLimiter } from './request-limiter.js';
import { FactorCodeArgs, PasskeyAnswerArgs } from './second-factor.inputs.js';
import { type FactorRefused, type SecondFactorRefused, SecondFactorResult } from './second-factor.refusal.js';
import type { SecondFactorProved } from './second-factor.types.js';
import { SignInAnswer } from './sign-in-answer.js';
import { deviceName } from './sign-in.rules.js';

/** Proving a factor: the second step of a sign-in, or the whole of it by a passkey. */
@Resolver()
export class FactorProofResolver {
  constructor(
    private readonly proofs: FactorProofService,
    private readonly passkeys: PasskeysService,
    private readonly accounts: AccountsQueries,
    private readonly limiter: RequestLimiter,
    private readonly signInAnswer: SignInAnswer,
  ) {}

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

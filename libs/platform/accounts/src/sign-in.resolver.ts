import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Config } from '#platform/config';
import { LocaleEnum, ReaderLocale, type RequestContext, UserError } from '#platform/graphql';
import { type Actor, Allow, cookieName, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { CodeArgs, CodeRequestArgs } from './accounts.inputs.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { SignedIn, SignIn, SignInCodeSent, SignInRefused, SignInResult, Viewer } from './accounts.types.js';
import { RequestLimiter } from './request-limiter.js';
import { SignInAnswer } from './sign-in-answer.js';
import { CODE, deviceName } from './sign-in.rules.js';
import { SignInService } from './sign-in.service.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly accounts: AccountsService,
    private readonly queries: AccountsQueries,
    private readonly limiter: RequestLimiter,
    private readonly config: Config,
    private readonly answer: SignInAnswer,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null for a visitor.' })
  @Allow('public')
  viewer(@Me() me: Actor | null): Promise<Viewer> | null {
    return me && this.queries.viewer(me.accountId, me.signInId);
  }

  @Query(() => [SignIn], { description: 'The devices signed in to my account, last used first.' })
  @Allow('account')
  mySignIns(@Me() me: Actor): Promise<SignIn[]> {
    return this.queries.signIns(me);
  }

  @Mutation(() => SignInCodeSent, {
    description: 'Sends a six-digit code. The answer never tells whether the address is known.',
  })
  @Allow('public')
  async requestSignInCode(
    @Args() { email }: CodeRequestArgs,
    @ReaderLocale() locale: Locale,
    @Context() { req }: RequestContext,
  ): Promise<SignInCodeSent> {
    this.limit(req.ip);
    const { expiresAt } = await this.signIns.sendCode(email, locale);
    return { email, expiresAt, resendAfterSeconds: CODE.resendAfterSeconds };
  }

  @Mutation(() => SignInResult, { description: 'Signs in with the code that was sent; sets the cookie.' })
  @Allow('public')
  async signInWithCode(
    @Args() { email, code }: CodeArgs,
    @ReaderLocale() locale: Locale,
    @Context() { req, reply }: RequestContext,
  ): Promise<SignedIn | SignInRefused> {
    this.limit(req.ip);
    const device = deviceName(req.headers['user-agent']);
    return this.answer.to(await this.signIns.byCode(email, code.replace(/\s/g, ''), locale, device), locale, reply);
  }

  @Mutation(() => SignInResult, { description: 'Signs in with a link that serves once; sets the cookie.' })
  @Allow('public')
  async signInWithLink(
    @Args('token', { description: 'The last part of the link.' }) token: string,
    @ReaderLocale() locale: Locale,
    @Context() { req, reply }: RequestContext,
  ): Promise<SignedIn | SignInRefused> {
    this.limit(req.ip);
    return this.answer.to(await this.signIns.byLink(token, deviceName(req.headers['user-agent'])), locale, reply);
  }

  @Mutation(() => Boolean, { description: 'Signs this device out.' })
  @Allow('public')
  async signOut(@Me() me: Actor | null, @Context() { reply }: RequestContext): Promise<boolean> {
    void reply.clearCookie(cookieName(this.config), { path: '/' });
    return me !== null && this.signIns.revoke(me.accountId, me.signInId);
  }

  @Mutation(() => Boolean, { description: 'Signs one of my devices out; false if it was not signed in.' })
  @Allow('account')
  revokeSignIn(
    @Me() me: Actor,
    @Args('id', { type: () => ID, description: 'Which device.' }) id: string,
  ): Promise<boolean> {
    return this.signIns.revoke(me.accountId, id);
  }

  @Mutation(() => Viewer, { description: 'Chooses the language of pages and mails.' })
  @Allow('account')
  async setLocale(
    @Me() me: Actor,
    @Args('locale', { type: () => LocaleEnum, description: 'The language.' }) locale: Locale,
  ): Promise<Viewer> {
    await this.accounts.setLocale(me.accountId, locale);
    return this.queries.viewer(me.accountId, me.signInId);
  }

  private limit(ip: string): void {
    const wait = this.limiter.secondsToWait(ip);
    if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], wait);
  }
}

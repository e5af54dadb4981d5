import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#platform/config';
import { cookieName } from '#platform/identity';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { AccountsQueries } from './accounts.queries.js';
import type { SignedIn, SignInRefused } from './accounts.types.js';
import { SIGN_IN_DAYS } from './sign-in.rules.js';
import type { NewSignIn, Refused } from './sign-in.service.js';

/** Tells the browser that somebody is signed in, or why not: the same for codes, links and passkeys. */
@Injectable()
export class SignInAnswer {
  constructor(
    private readonly queries: AccountsQueries,
    private readonly config: Config,
  ) {}

  async to(result: NewSignIn | Refused, locale: Locale, reply: FastifyReply): Promise<SignedIn | SignInRefused> {
    if ('reason' in result) {
      const { reason, attemptsLeft } = result;
      const values = { attemptsLeft: attemptsLeft ?? 0 };
      return { reason, attemptsLeft, message: t(locale, `identity.refusal.${reason}`, values) };
    }
    void reply.setCookie(cookieName(this.config), result.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
      maxAge: SIGN_IN_DAYS * 86_400,
    });
    const viewer = await this.queries.viewer(result.accountId, result.signInId);
    return { viewer, isNew: viewer.volunteerId === null };
  }
}

import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale, type RequestContext } from '#platform/graphql';
import { Allow } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { BadgeCheck } from './badge-check.service.js';
import { CheckBadgeArgs } from './certificate.inputs.js';
import { BadgeCheckResult, BadgeRefused, CertificateCheckResult, CertificateUnknown } from './certificate.refusal.js';
import type { CheckedCertificate } from './certificate.types.js';
import { CertificateViews } from './certificate.views.js';
import { VerifierLimit } from './verifier-limit.js';

/** Doors of strangers who hold a code or a badge. */
@Resolver()
export class VerifierResolver {
  constructor(
    private readonly views: CertificateViews,
    private readonly check: BadgeCheck,
    private readonly limit: VerifierLimit,
  ) {}

  @Query(() => CertificateCheckResult, { description: 'Checks the code of a certificate. Limited against guessing.' })
  @Allow('public')
  async checkCertificate(
    @Args('code', { type: () => String, description: 'The code as it is printed, in any case.' }) code: string,
    @Context() { req }: RequestContext,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedCertificate | CertificateUnknown> {
    this.limit.count(req.ip);
    const facts = await this.check.byCode(code);
    return facts ? this.views.checked(facts, locale) : new CertificateUnknown(locale);
  }

  @Query(() => BadgeCheckResult, { description: 'Checks a badge: signature, key, and whether it was revoked.' })
  @Allow('public')
  async checkBadge(
    @Args() { badge }: CheckBadgeArgs,
    @Context() { req }: RequestContext,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedCertificate | BadgeRefused> {
    this.limit.count(req.ip);
    const checked = await this.check.byBadge(badge);
    return 'fault' in checked ? new BadgeRefused(checked.fault, locale) : this.views.checked(checked.facts, locale);
  }
}

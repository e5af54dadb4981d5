import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Page, ReaderLocale, Wants } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { CertificateArgs, CertificateListArgs, RevokeCertificateArgs } from './certificate.inputs.js';
import { CertificateLists } from './certificate-list.queries.js';
import { CertificateRefused, CertificateRowResult } from './certificate.refusal.js';
import { CertificateService, type Outcome } from './certificate.service.js';
import { CertificateConnection, CertificateRow } from './certificate.types.js';

/** Doors of coordinators to the certificates of their courses. */
@Resolver()
export class CertificateResolver {
  constructor(
    private readonly service: CertificateService,
    private readonly lists: CertificateLists,
  ) {}

  @Query(() => CertificateConnection, {
    description: 'Certificates of the courses that I coordinate, the latest first.',
  })
  @Allow('coordinator')
  async certificates(
    @Args() { text, revoked, first, after }: CertificateListArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
    @Wants('total') counted: boolean,
  ): Promise<Page<CertificateRow>> {
    const search = { text: text ?? null, revoked: revoked ?? null };
    const total = counted ? await this.lists.count(me, search) : 0;
    return { ...(await this.lists.page(me, search, { first, after: after ?? null, locale })), total };
  }

  @Mutation(() => CertificateRowResult, { description: 'Revokes a certificate. Its holder is told.' })
  @Allow('coordinator')
  async revokeCertificate(
    @Args() { id, reason, note }: RevokeCertificateArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CertificateRow | CertificateRefused> {
    return answer(await this.service.revoke(me, id, { reason, note: note.trim() }, locale), locale);
  }

  @Mutation(() => CertificateRowResult, { description: 'Issues a new certificate for one that was revoked by hand.' })
  @Allow('coordinator')
  async reissueCertificate(
    @Args() { id }: CertificateArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CertificateRow | CertificateRefused> {
    return answer(await this.service.reissue(me, id, locale), locale);
  }
}

function answer(outcome: Outcome<CertificateRow>, locale: Locale): CertificateRow | CertificateRefused {
  return 'refused' in outcome ? new CertificateRefused(outcome.refused, locale) : outcome;
}

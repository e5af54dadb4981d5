import { Controller, Get, Header, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#platform/config';
import { notFound } from '#platform/graphql';
import { Allow } from '#platform/identity';
import { achievementOf, addresses, issuerProfile } from './badge.rules.js';
import { BadgeService } from './badge.service.js';
import { CertificateQueries } from './certificate.queries.js';
import { SigningKeys } from './signing-keys.js';

const ANYWHERE = 'access-control-allow-origin';
const KEPT_A_MINUTE = 'public, max-age=60';
const JSON_LD = 'application/ld+json; charset=utf-8';

/** What a badge names, for whoever checks one: programs on other sites may read all of it. */
@Controller('recognition')
export class CredentialsController {
  constructor(
    private readonly badges: BadgeService,
    private readonly keys: SigningKeys,
    private readonly queries: CertificateQueries,
    private readonly config: Config,
  ) {}

  @Get('issuer')
  @Header('content-type', JSON_LD)
  @Header('cache-control', KEPT_A_MINUTE)
  @Header(ANYWHERE, '*')
  @Allow('public')
  issuer(): object {
    const profile = issuerProfile(this.badges.issuer, this.addresses);
    return { '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ...profile };
  }

  @Get('achievements/:courseId')
  @Header('content-type', JSON_LD)
  @Header('cache-control', KEPT_A_MINUTE)
  @Header(ANYWHERE, '*')
  @Allow('public')
  async achievement(@Param('courseId', ParseUUIDPipe) courseId: string): Promise<object> {
    const course = await this.queries.achievement(courseId);
    if (!course) throw notFound('Achievement');
    const achievement = achievementOf(course, this.addresses);
    return { '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ...achievement };
  }

  /** One public key; a withdrawn one is not here any more, which makes its badges fail everywhere. */
  @Get('keys/:id')
  @Header('content-type', 'application/jwk+json')
  @Header('cache-control', KEPT_A_MINUTE)
  @Header(ANYWHERE, '*')
  @Allow('public')
  async key(@Param('id') id: string): Promise<object> {
    const key = await this.keys.find(id);
    if (!key || key.state === 'withdrawn') throw notFound('Key');
    return key.jwk;
  }

  /** Which credentials are revoked, and why (1EdTech Revocation List 1.0). */
  @Get('revocations')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', KEPT_A_MINUTE)
  @Header(ANYWHERE, '*')
  @Allow('public')
  async revocations(): Promise<object> {
    const { revocations: id, issuer, credential } = this.addresses;
    const revoked = await this.queries.revoked();
    return {
      id,
      issuer,
      revokedCredentials: revoked.map((entry) => ({
        id: credential(entry.id),
        revoked: true,
        revocationReason: entry.reason,
      })),
    };
  }

  /** The badge itself, while its holder shares it. */
  @Get('credentials/:id')
  @Allow('public')
  async credential(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.queries.byId(id);
    if (!facts?.sharedAt) throw notFound('Credential');
    void reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('x-robots-tag', 'noindex')
      .header(ANYWHERE, '*')
      .send(await this.badges.of(id));
  }

  private get addresses(): ReturnType<typeof addresses> {
    return addresses(this.config.publicUrl);
  }
}

/** The public keys where programs look for them (RFC 7517, RFC 8615). */
@Controller('.well-known')
export class KeySetController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Header('content-type', 'application/jwk-set+json')
  @Header('cache-control', KEPT_A_MINUTE)
  @Header(ANYWHERE, '*')
  @Allow('public')
  async all(): Promise<object> {
    return { keys: await this.keys.published() };
  }
}

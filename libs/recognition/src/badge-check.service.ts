import { Injectable } from '@nestjs/common';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { Config } from '#platform/config';
import { addresses, claimsAgree } from './badge.rules.js';
import { type CertificateFacts, CertificateQueries } from './certificate.queries.js';
import { readCode } from './certificate-code.rules.js';
import { ALGORITHM, SigningKeys } from './signing-keys.js';

/**
 * Why a badge is not believed. `NOT_A_BADGE`: no text of that form; `NOT_OURS`: none of our keys is named; `CHANGED`: the
 * signature does not fit; `KEY_WITHDRAWN`: signed by a key that is no longer believed.
 */
export const BADGE_FAULTS = ['NOT_A_BADGE', 'NOT_OURS', 'CHANGED', 'KEY_WITHDRAWN'] as const;
export type BadgeFault = (typeof BADGE_FAULTS)[number];
export type Checked = { facts: CertificateFacts } | { fault: BadgeFault };

/** Answers strangers who hold a code or a badge. */
@Injectable()
export class BadgeCheck {
  constructor(
    private readonly queries: CertificateQueries,
    private readonly keys: SigningKeys,
    private readonly config: Config,
  ) {}

  /** The certificate of a code as it was typed or scanned; null for anything else, without a hint. */
  async byCode(text: string): Promise<CertificateFacts | null> {
    const code = readCode(text);
    return code === null ? null : this.queries.byCode(code);
  }

  /** Checks signature, claims and key of a badge, and finds the certificate that it stands for. */
  async byBadge(text: string): Promise<Checked> {
    const jws = text.trim();
    const kid = keyNamedIn(jws);
    if (kid === null) return { fault: 'NOT_A_BADGE' };
    const key = await this.keys.find(kid);
    if (!key || key.jwk.kid !== kid) return { fault: 'NOT_OURS' };
    const body = await this.bodyOf(jws, key.jwk);
    if (!body || !claimsAgree(body)) return { fault: 'CHANGED' };
    if (key.state === 'withdrawn') return { fault: 'KEY_WITHDRAWN' };
    const prefix = addresses(this.config.publicUrl).credential('');
    const facts = await this.queries.byId(String(body['jti']).slice(prefix.length));
    return facts ? { facts } : { fault: 'NOT_OURS' };
  }

  private async bodyOf(jws: string, jwk: Parameters<typeof importJWK>[0]): Promise<Record<string, unknown> | null> {
    try {
      const { payload } = await compactVerify(jws, await importJWK(jwk, ALGORITHM), { algorithms: [ALGORITHM] });
      return JSON.parse(Buffer.from(payload).toString('utf8')) as Record<string, unknown>;
    } catch {
      return null;
    }
  }
}

function keyNamedIn(jws: string): string | null {
  try {
    const { kid, alg } = decodeProtectedHeader(jws);
    return alg === ALGORITHM && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import {
  addresses,
  claimsOf,
  credentialOf,
  type HashedIdentity,
  hashedIdentity,
  type IssuerFacts,
} from './badge.rules.js';
import { type CertificateFacts, CertificateQueries } from './certificate.queries.js';
import { SigningKeys } from './signing-keys.js';

/** What is stored of the badge of a certificate. */
interface Stored {
  credential: string | null;
  hash: string | null;
  salt: string | null;
  email: string | null;
}

const STORED = `
  select k.credential, k.identity_hash as hash, k.identity_salt as salt, coalesce(t.email, a.email)::text as email
    from certificate k
    left join volunteer v on v.id = k.volunteer_id
    left join contact t on t.volunteer_id = v.id
    left join account a on a.id = v.account_id
   where k.id = $1`;

const STORE = `
  update certificate set credential = $2, signing_key_id = $3, identity_hash = $4, identity_salt = $5
   where id = $1`;

/** Badges: certificates as signed credentials that programs can check. */
@Injectable()
export class BadgeService {
  constructor(
    private readonly db: Database,
    private readonly keys: SigningKeys,
    private readonly queries: CertificateQueries,
    private readonly config: Config,
  ) {}

  /** Name and addresses of the issuer, as the operator has set them. */
  get issuer(): IssuerFacts {
    const { brandName: name, publicUrl: url, brandEmail: email } = this.config;
    return { name, url, email };
  }

  /**
   * The badge of a certificate, signed when it is first asked for, and anew when its holder has another address: the
   * same text each time in between.
   * @returns compact JWS
   * @throws NOT_FOUND when the certificate is revoked or its holder is gone
   */
  async of(certificateId: string): Promise<string> {
    const facts = await this.queries.byId(certificateId);
    if (!facts || facts.revokedAt || !facts.volunteerId) throw notFound('Certificate');
    const stored = await this.stored(certificateId);
    const identity = identityOf(stored);
    if (stored.credential !== null && stored.hash === (identity?.hash ?? null)) return stored.credential;
    const { jws, keyId } = await this.keys.sign(this.bodyOf(facts, identity));
    await this.db.query(STORE, [certificateId, jws, keyId, identity?.hash ?? null, identity?.salt ?? null]);
    return jws;
  }

  private bodyOf(facts: CertificateFacts, identity: HashedIdentity | null): object {
    const credential = credentialOf({ ...facts, identity }, this.issuer, addresses(this.config.publicUrl));
    return { ...credential, ...claimsOf(credential) };
  }

  private async stored(certificateId: string): Promise<Stored> {
    const [stored] = await this.db.query<Stored>(STORED, [certificateId]);
    if (!stored) throw notFound('Certificate');
    return stored;
  }
}

/** The address of the holder in a form that can only be compared; with the salt it had, so that it stays the same. */
function identityOf({ email, salt }: Stored): HashedIdentity | null {
  return email === null ? null : hashedIdentity(email, salt ?? randomBytes(12).toString('base64url'));
}

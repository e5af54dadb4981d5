import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { Sealing } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { addresses } from './badge.rules.js';
import { SigningKey, type SigningKeyState } from './signing-key.entity.js';

declare module '#platform/jobs' {
  interface JobMap {
    'recognition.sign-again': { keyId: string };
  }
}

/** The least that Open Badges 3.0 asks every verifier to know (section 8.2); 3072 bits hold beyond 2030. */
export const ALGORITHM = 'RS256';
const MODULUS_BITS = 3072;
const PURPOSE = 'recognition signing key';

/** A public key as strangers get it. */
export interface PublishedKey extends JWK {
  kid: string;
}

/** What an operator sees of a key. */
export interface KeyLine {
  id: string;
  state: SigningKeyState;
  createdAt: Date;
  retiredAt: Date | null;
  withdrawalReason: string | null;
  badges: number;
}

/**
 * The keys that sign badges. One signs at a time; a retired one stays published, so that what it signed can be checked
 * for ever, and its private half is destroyed.
 */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly db: Database,
    private readonly sealing: Sealing,
    private readonly jobs: Jobs,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Signs a body with the key of the moment, which is made if there is none yet. @returns compact JWS, and its key */
  async sign(body: object): Promise<{ jws: string; keyId: string }> {
    const key = (await this.active()) ?? (await this.make());
    const privateKey = await importJWK(
      JSON.parse(this.sealing.open(PURPOSE, key.privateSealed ?? '')) as JWK,
      ALGORITHM,
    );
    const jws = await new CompactSign(Buffer.from(JSON.stringify(body)))
      .setProtectedHeader({ alg: ALGORITHM, kid: this.addressOf(key.id), typ: 'JWT' })
      .sign(privateKey);
    return { jws, keyId: key.id };
  }

  /** Every public key that something may still be checked with, the newest first. */
  async published(): Promise<PublishedKey[]> {
    const keys = await this.db.query<Pick<SigningKey, 'id' | 'publicJwk'>>(
      `select id, public_jwk as "publicJwk" from signing_key where state <> 'withdrawn' order by created_at desc, id`,
    );
    return keys.map(({ id, publicJwk }) => this.asPublished(id, publicJwk));
  }

  /** One of our keys by the `kid` of a badge or its last part, also a withdrawn one; null if it is none of ours. */
  async find(kid: string): Promise<{ id: string; state: SigningKeyState; jwk: PublishedKey } | null> {
    const prefix = this.addressOf('');
    const id = kid.startsWith(prefix) ? kid.slice(prefix.length) : kid;
    const key = await this.db.repo(SigningKey).findOneBy({ id });
    return key && { id: key.id, state: key.state, jwk: this.asPublished(key.id, key.publicJwk) };
  }

  /** A new key signs from now on. @returns its id */
  async rotate(): Promise<string> {
    const fresh = await this.generate();
    await this.db.transaction(async () => {
      await this.retireActive();
      await this.insert(fresh);
    });
    return (await this.active())?.id ?? fresh.id;
  }

  /**
   * Takes a key out of the world that somebody else may have: nothing it signed is believed any more, and what we know it
   * signed is signed again by another key, in the background.
   * @throws NOT_FOUND
   */
  async withdraw(id: string, reason: string): Promise<void> {
    const fresh = await this.generate();
    await this.db.transaction(async () => {
      const [key] = await this.db.query<{ state: SigningKeyState }>(
        'select state from signing_key where id = $1 for update',
        [id],
      );
      if (!key) throw notFound('Signing key');
      await this.db.query(
        `update signing_key set state = 'withdrawn', private_sealed = null, withdrawal_reason = $2,
                retired_at = coalesce(retired_at, $3) where id = $1`,
        [id, reason, this.clock.now()],
      );
      if (key.state === 'active') await this.insert(fresh);
      await this.jobs.add('recognition.sign-again', { keyId: id }, { key: `sign-again:${id}` });
    });
  }

  /** All keys with how many badges each has signed, the newest first. */
  list(): Promise<KeyLine[]> {
    return this.db.query<KeyLine>(
      `select k.id, k.state, k.created_at as "createdAt", k.retired_at as "retiredAt",
              k.withdrawal_reason as "withdrawalReason",
              (select count(*)::int from certificate c where c.signing_key_id = k.id) as badges
         from signing_key k order by k.created_at desc, k.id`,
    );
  }

  private active(): Promise<SigningKey | null> {
    return this.db.repo(SigningKey).findOneBy({ state: 'active' });
  }

  /** The first key. Of two processes that make it at the same time, one finds that of the other. */
  private async make(): Promise<SigningKey> {
    await this.insert(await this.generate());
    const key = await this.active();
    if (!key) throw new Error('No signing key could be made');
    return key;
  }

  private async generate(): Promise<Pick<SigningKey, 'id' | 'publicJwk' | 'privateSealed'>> {
    const pair = await generateKeyPair(ALGORITHM, { modulusLength: MODULUS_BITS, extractable: true });
    const secret = JSON.stringify(await exportJWK(pair.privateKey));
    return {
      id: randomBytes(9).toString('base64url'),
      publicJwk: await exportJWK(pair.publicKey),
      privateSealed: this.sealing.seal(PURPOSE, secret),
    };
  }

  private async retireActive(): Promise<void> {
    await this.db.query(
      `update signing_key set state = 'retired', private_sealed = null, retired_at = $1 where state = 'active'`,
      [this.clock.now()],
    );
  }

  private async insert({ id, publicJwk, privateSealed }: Awaited<ReturnType<typeof this.generate>>): Promise<void> {
    await this.db.query(
      `insert into signing_key (id, public_jwk, private_sealed, created_at) values ($1, $2, $3, $4)
       on conflict (state) where state = 'active' do nothing`,
      [id, JSON.stringify(publicJwk), privateSealed, this.clock.now()],
    );
  }

  private asPublished(id: string, jwk: JWK): PublishedKey {
    const { kty, n, e } = jwk;
    return { kty, n, e, alg: ALGORITHM, use: 'sig', kid: this.addressOf(id) } as PublishedKey;
  }

  private addressOf(id: string): string {
    return addresses(this.config.publicUrl).key(id);
  }
}

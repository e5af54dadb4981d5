import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { challengeOf, readAnswer } from './passkey.rules.js';
import { Passkey, PasskeyChallenge } from './second-factor.entities.js';
import { type FactorRefused, refused } from './second-factor.refusal.js';
import { CHALLENGE_MINUTES, PASSKEYS_AT_MOST } from './second-factor.rules.js';
import { SecondFactorService } from './second-factor.service.js';
import type { FactorAdded } from './second-factor.types.js';

/** Whose passkey has answered. */
export interface Recognised {
  accountId: string;
  disabled: boolean;
}

/** Keys that devices keep (WebAuthn). Each asks its holder to prove herself to it, so it counts as both factors. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly factors: SecondFactorService,
  ) {}

  /** What the browser needs to make a key for this account: PublicKeyCredentialCreationOptions as JSON. */
  async optionsToAdd(me: Actor): Promise<string> {
    return this.db.transaction(async () => {
      await this.factors.mayChange(me);
      const held = await this.db.repo(Passkey).findBy({ accountId: me.accountId });
      const options = await generateRegistrationOptions({
        rpName: this.config.brandName,
        rpID: this.site.hostname,
        userName: me.email ?? me.accountId,
        userID: new TextEncoder().encode(me.accountId),
        attestationType: 'none',
        excludeCredentials: held.map(({ credentialId }) => ({ id: credentialId })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: CHALLENGE_MINUTES * 60_000,
      });
      await this.remember(options.challenge, me.accountId);
      return JSON.stringify(options);
    });
  }

  /** Keeps the key that the browser has made. A question serves once, whatever comes of it. */
  async add(me: Actor, name: string, response: string): Promise<FactorAdded | FactorRefused> {
    const answer = readAnswer<RegistrationResponseJSON>(response);
    return this.db.transaction(async () => {
      await this.factors.mayChange(me);
      if ((await this.db.repo(Passkey).countBy({ accountId: me.accountId })) >= PASSKEYS_AT_MOST)
        return refused('TOO_MANY_PASSKEYS');
      const expectedChallenge = await this.take(challengeOf(answer), me.accountId);
      if (!expectedChallenge) return refused('PASSKEY_EXPIRED');
      const made = await verifyRegistrationResponse({
        response: answer,
        expectedChallenge,
        expectedOrigin: this.site.origin,
        expectedRPID: this.site.hostname,
        requireUserVerification: true,
      }).catch(() => null);
      if (!made?.verified) return refused('PASSKEY_REFUSED');
      const { id, publicKey, counter } = made.registrationInfo.credential;
      const [kept] = await this.db.query(
        `insert into passkey (account_id, credential_id, public_key, counter, name, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (credential_id) do nothing returning id`,
        [me.accountId, id, Buffer.from(publicKey), counter, name, this.clock.now()],
      );
      if (!kept) return refused('PASSKEY_REFUSED');
      return { recoveryCodes: await this.factors.added(me, 'passkey-added') };
    });
  }

  async remove(me: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.factors.mayChange(me);
      const { affected } = await this.db.repo(Passkey).delete({ id, accountId: me.accountId });
      if (!affected) throw notFound('Passkey');
      await this.factors.removed(me, 'passkey-removed');
    });
  }

  /** What the browser needs to ask for any passkey of this site. Names no account: it is the key that says whose it is. */
  async optionsToProve(): Promise<string> {
    const options = await generateAuthenticationOptions({
      rpID: this.site.hostname,
      userVerification: 'required',
      timeout: CHALLENGE_MINUTES * 60_000,
    });
    await this.remember(options.challenge, null);
    return JSON.stringify(options);
  }

  /** Whose passkey signed the question; for the caller's transaction. A question serves once, whatever comes of it. */
  async recognise(response: string): Promise<Recognised | FactorRefused> {
    const answer = readAnswer<AuthenticationResponseJSON>(response);
    const expectedChallenge = await this.take(challengeOf(answer), null);
    if (!expectedChallenge) return refused('PASSKEY_EXPIRED');
    const [key] = await this.db.query<KeyRow>(
      `select p.id, p.account_id, p.credential_id, p.public_key, p.counter, a.disabled_at is not null as disabled
         from passkey p join account a on a.id = p.account_id where p.credential_id = $1 for update of p`,
      [answer.id],
    );
    if (!key) return refused('PASSKEY_REFUSED');
    const proof = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge,
      expectedOrigin: this.site.origin,
      expectedRPID: this.site.hostname,
      requireUserVerification: true,
      credential: { id: key.credential_id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    }).catch(() => null);
    if (!proof?.verified) return refused('PASSKEY_REFUSED');
    const { newCounter } = proof.authenticationInfo;
    await this.db.query('update passkey set counter = $2, last_used_at = $3 where id = $1', [
      key.id,
      newCounter,
      this.clock.now(),
    ]);
    return { accountId: key.account_id, disabled: key.disabled };
  }

  /** Where passkeys are bound to (the relying party of WebAuthn): they serve on this host and on no look-alike. */
  private get site(): URL {
    return new URL(this.config.publicUrl);
  }

  private async remember(challenge: string, accountId: string | null): Promise<void> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
    await this.db.query('delete from passkey_challenge where expires_at <= $1', [now]);
    await this.db.repo(PasskeyChallenge).insert({ challenge, accountId, expiresAt });
  }

  private async take(challenge: string, accountId: string | null): Promise<string | null> {
    const [taken] = await this.db.query(
      `delete from passkey_challenge where challenge = $1 and account_id is not distinct from $2 and expires_at > $3
       returning challenge`,
      [challenge, accountId, this.clock.now()],
    );
    return taken ? challenge : null;
  }
}

interface KeyRow {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
  disabled: boolean;
}

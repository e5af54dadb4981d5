import { Injectable } from '@nestjs/common';
import { type Actor, SignedLinks } from '#platform/identity';
import { Clock } from '#platform/kernel';

const PROOF = 'own_address';
const PROOF_MS = 30 * 60_000;

/** Proofs that an address was shown to be somebody's a short while ago; computed, not stored. */
@Injectable()
export class AddressProofs {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  prove({ accountId }: Actor, email: string): string {
    return this.links.sign(PROOF, JSON.stringify([accountId, this.clock.now().getTime() + PROOF_MS, email]));
  }

  /** The address that was proved, or null if the proof is not hers or too old. */
  read({ accountId }: Actor, proof: string): string | null {
    const claim = this.links.read(proof);
    if (claim?.kind !== PROOF) return null;
    const [owner, until, email] = JSON.parse(claim.id) as [string, number, string];
    return owner === accountId && until > this.clock.now().getTime() ? email : null;
  }
}

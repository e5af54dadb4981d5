import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JWK } from 'jose';

/**
 * `active` signs; `retired` signs no more but what it signed is good; `withdrawn` is in wrong hands: nothing it signed
 * is believed.
 */
export type SigningKeyState = 'active' | 'retired' | 'withdrawn';

/** A key that signs badges. Its private half is sealed, and gone for good once it no longer signs. */
@Entity('signing_key')
@Check('signing_key_state_known', `state in ('active', 'retired', 'withdrawn')`)
@Check('signing_key_signs_while_active', `(state = 'active') = (private_sealed is not null)`)
@Check('signing_key_retired_when', `(state = 'active') = (retired_at is null)`)
@Check('signing_key_withdrawal_explained', `(state = 'withdrawn') = (withdrawal_reason is not null)`)
@Index('signing_key_one_active', ['state'], { unique: true, where: `state = 'active'` })
export class SigningKey {
  /** Last part of the address under which the public half is published. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pk' })
  id: string;

  @Column('text', { default: 'active' })
  state: SigningKeyState;

  @Column('jsonb')
  publicJwk: JWK;

  @Column('text', { nullable: true })
  privateSealed: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @Column('text', { nullable: true })
  withdrawalReason: string | null;
}

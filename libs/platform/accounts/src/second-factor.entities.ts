import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** An authenticator program (RFC 6238) that shares a secret with this platform. It counts once it was confirmed. */
@Entity('totp_factor')
export class TotpFactor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'totp_factor_pk' })
  @ForeignKey(() => Account, { name: 'totp_factor_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  /** As `SecretBox` has sealed it: a copy of the table alone computes no code. */
  @Column('text')
  sealedSecret: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** Number of the last half minute whose code was taken: that code, and all before it, are spent. */
  @Column('bigint', { nullable: true })
  lastStep: string | null;
}

/** A key that a device or a password manager keeps for this site (WebAuthn). Only its public half is here. */
@Entity('passkey')
@Unique('passkey_credential_unique', ['credentialId'])
export class Passkey {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'passkey_pk' })
  id: string;

  @Column('uuid')
  @Index('passkey_by_account')
  @ForeignKey(() => Account, { name: 'passkey_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  /** In base64url, as WebAuthn's JSON has it. */
  @Column('text')
  credentialId: string;

  @Column('bytea')
  publicKey: Buffer;

  /** Signatures made so far, as the device counts them; 0 for devices that do not count. */
  @Column('bigint', { default: 0 })
  counter: string;

  @Column('text')
  name: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}

/** A question that a passkey is to sign, asked once; of somebody, or of whoever comes. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'passkey_challenge_pk' })
  challenge: string;

  @Column('uuid', { nullable: true })
  @Index('passkey_challenge_by_account')
  @ForeignKey(() => Account, { name: 'passkey_challenge_account_fk', onDelete: 'CASCADE' })
  accountId: string | null;

  @Column('timestamptz')
  @Index('passkey_challenge_by_end')
  expiresAt: Date;
}

/** A code on paper for the day when the other factors are out of reach; kept as a keyed hash, serves once. */
@Entity('recovery_code')
@Unique('recovery_code_unique', ['accountId', 'codeHash'])
export class RecoveryCode {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'recovery_code_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Account, { name: 'recovery_code_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  codeHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

/** Wrong codes of an account since the last right one, and until when no further one is looked at. */
@Entity('factor_tries')
@Check('factor_tries_not_negative', 'failures >= 0')
export class FactorTries {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'factor_tries_pk' })
  @ForeignKey(() => Account, { name: 'factor_tries_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('int', { default: 0 })
  failures: number;

  @Column('timestamptz', { nullable: true })
  blockedUntil: Date | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';
import { Card } from './card.entity.js';

/** A six-digit code on its way to an address, kept as a keyed hash. */
@Entity('sign_in_code')
@Index('sign_in_code_by_email', { synchronize: false })
@Check('sign_in_code_attempts_not_negative', 'attempts_left >= 0')
export class SignInCode {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sign_in_code_pk' })
  id: string;

  @Column('citext')
  email: string;

  @Column('text')
  codeHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('int', { default: 5 })
  attemptsLeft: number;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

/** A link that signs its holder in once: for the first administrator and for the demo people. */
@Entity('one_time_link')
@Unique('one_time_link_token_unique', ['tokenHash'])
export class OneTimeLink {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'one_time_link_pk' })
  id: string;

  @Column('uuid')
  @Index('one_time_link_by_account')
  @ForeignKey(() => Account, { name: 'one_time_link_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  tokenHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** Whether it counts as both factors: for the fictional people of a demonstration only. */
  @Column('boolean', { default: false })
  strong: boolean;
}

/** A device that is signed in. The cookie holds the token, the table its hash. */
@Entity('sign_in')
@Unique('sign_in_token_unique', ['tokenHash'])
export class SignInRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sign_in_pk' })
  id: string;

  @Column('uuid')
  @Index('sign_in_by_account')
  @ForeignKey(() => Account, { name: 'sign_in_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  tokenHash: string;

  /** The card that opened it; such a sign-in is short and holds no role. */
  @Column('uuid', { nullable: true })
  @Index('sign_in_by_card', { where: 'card_id is not null' })
  @ForeignKey(() => Card, { name: 'sign_in_card_fk', onDelete: 'CASCADE' })
  cardId: string | null;

  @Column('text', { default: '' })
  device: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** When this device last proved a second factor; null if it never did. */
  @Column('timestamptz', { nullable: true })
  strongAt: Date | null;
}

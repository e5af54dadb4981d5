import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/**
 * A printed card that signs its holder in: for people without an address. Of the code only a keyed hash is kept, and
 * its last letters, by which reception finds the holder. An account has one card in force at most.
 */
@Entity('card')
@Unique('card_code_unique', ['codeHash'])
@Check('card_label_letters', `label ~ '^[0-9A-HJKMNP-TV-Z]{4}$'`)
@Check('card_revoked_after_issue', 'revoked_at >= issued_at')
@Index('card_one_in_force', ['accountId'], { unique: true, where: 'revoked_at is null' })
@Index('card_by_label', ['label'], { where: 'revoked_at is null' })
export class Card {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'card_pk' })
  id: string;

  @Column('uuid')
  @Index('card_by_account')
  @ForeignKey(() => Account, { name: 'card_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  codeHash: string;

  /** The last four letters of the code. */
  @Column('text')
  label: string;

  @Column('timestamptz', { default: () => 'now()' })
  issuedAt: Date;

  @Column('uuid', { nullable: true })
  issuedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

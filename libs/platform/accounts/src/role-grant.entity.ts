import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '#platform/identity';
import type { Network } from '#platform/kernel';
import { Account } from './account.entity.js';

/** A role that somebody was given, with its scope. Revoked grants stay, so that the past can be explained. */
@Entity('role_grant')
@Check('role_grant_role_known', `role in ('trainer', 'association', 'coordinator', 'admin')`)
@Check('role_grant_network_known', `network in ('solidarity', 'climate')`)
@Check('role_grant_arrondissement_known', 'arrondissement between 1 and 20')
export class RoleGrantRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'role_grant_pk' })
  id: string;

  @Column('uuid')
  @Index('role_grant_by_account')
  @ForeignKey(() => Account, { name: 'role_grant_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  network: Exclude<Network, 'paris'> | null;

  @Column('int', { nullable: true })
  arrondissement: number | null;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Network } from '#platform/kernel';
import type { LikenessReason } from './duplicate.rules.js';
import type { ColumnMatch } from './import-columns.rules.js';
import type { Fault } from './import-faults.js';
import type { KeptReason, RowChoice, RowState } from './import-state.rules.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import { Volunteer } from './volunteer.entity.js';

/** A piece of the file, all of one size but the last. */
@Entity('volunteer_import_chunk')
export class ImportChunk {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_chunk_pk' })
  @ForeignKey(() => VolunteerImport, { name: 'volunteer_import_chunk_import_fk', onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'volunteer_import_chunk_pk' })
  position: number;

  @Column('bytea')
  bytes: Buffer;
}

/** What somebody wrote over a cell (column from 1), or decided about a row (column 0). Kept with the file. */
@Entity('volunteer_import_fix')
@Check(
  'volunteer_import_fix_choice_known',
  `column_no > 0 or column_no = 0 and value in ('leave-out', 'update', 'create')`,
)
export class ImportFix {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_fix_pk' })
  @ForeignKey(() => VolunteerImport, { name: 'volunteer_import_fix_import_fk', onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'volunteer_import_fix_pk' })
  line: number;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'volunteer_import_fix_pk' })
  columnNo: number;

  @Column('text')
  value: string;
}

/** A row as it was read: not logged by Postgres, because the file and the fixes tell it again. */
@Entity('volunteer_import_row')
@Check('volunteer_import_row_state_known', `state in ('sound', 'faulty', 'doubt', 'left_out')`)
@Check('volunteer_import_row_choice_known', `choice in ('leave-out', 'update', 'create')`)
@Index('volunteer_import_row_to_see', ['importId', 'state', 'line'], { where: `state <> 'sound'` })
export class StagedRow {
  /** No foreign key: Postgres would look the import up a million times. Whoever deletes one deletes its rows. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_row_pk' })
  importId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'volunteer_import_row_pk' })
  line: number;

  @Column('text')
  state: RowState;

  /** Its cells as they are in the file, put right where somebody did, joined by U+001F. */
  @Column('text')
  cells: string;

  @Column('jsonb', { nullable: true })
  faults: Fault[] | null;

  @Column('text', { nullable: true })
  givenName: string | null;

  @Column('text', { nullable: true })
  familyName: string | null;

  @Column('text', { nullable: true })
  displayName: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('int', { nullable: true })
  birthYear: number | null;

  @Column('int', { nullable: true })
  arrondissement: number | null;

  @Column('text', { nullable: true })
  commune: string | null;

  @Column('text', { array: true, default: '{}' })
  languages: string[];

  @Column('text', { array: true, default: '{}' })
  skills: string[];

  @Column('text', { array: true, default: '{}' })
  themes: string[];

  @Column('text', { nullable: true })
  locale: string | null;

  @Column('text', { nullable: true })
  accessNeeds: string | null;

  @Column('date', { nullable: true })
  consentOn: string | null;

  @Column('int', { nullable: true })
  consentVersion: number | null;

  @Column('boolean', { default: false })
  homonym: boolean;

  /** Somebody known who may be the same person. */
  @Column('uuid', { nullable: true })
  matchId: string | null;

  @Column('text', { array: true, default: '{}' })
  matchReasons: LikenessReason[];

  @Column('text', { nullable: true })
  choice: RowChoice | null;
}

/** What a known person was before an import changed her; or, after its undoing, why she was left as she is. */
@Entity('volunteer_import_change')
@Check('volunteer_import_change_kept_known', `kept_because in ('signed-in', 'changed', 'in-use')`)
@Index('volunteer_import_change_by_volunteer', ['volunteerId'])
export class ImportChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_change_pk' })
  @ForeignKey(() => VolunteerImport, { name: 'volunteer_import_change_import_fk', onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_change_pk' })
  @ForeignKey(() => Volunteer, { name: 'volunteer_import_change_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Column('int')
  line: number;

  /** Her rows before; null for somebody whom the import created. */
  @Column('jsonb', { nullable: true })
  before: object | null;

  /** Sum of the hashes of all her rows right after: whatever anybody changed since makes another sum. */
  @Column('numeric', { nullable: true })
  afterHash: string | null;

  @Column('text', { nullable: true })
  keptBecause: KeptReason | null;
}

/** How the columns under certain headers were last matched in a network. About headers, not about people. */
@Entity('volunteer_import_mapping')
export class ImportMapping {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'volunteer_import_mapping_pk' })
  network: Network;

  /** SHA-256 of the headers. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'volunteer_import_mapping_pk' })
  signature: string;

  @Column('jsonb')
  columns: ColumnMatch[];

  @Column('timestamptz', { default: () => 'now()' })
  usedAt: Date;
}

import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { enumOf, NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import type { ColumnMatch } from './import-columns.rules.js';
import type { Fault } from './import-faults.js';
import { IMPORT_STATUSES, type ImportStatus } from './import-state.rules.js';

export const ImportStatusEnum = enumOf(IMPORT_STATUSES);
registerEnumType(ImportStatusEnum, {
  name: 'ImportStatus',
  description: 'Where the import of a file stands.',
  valuesMap: {
    sending: { description: 'Its bytes are arriving.' },
    reading: { description: 'Its rows are being read and compared with the people who are known.' },
    ready: { description: 'Everything is read: rows can be put right, and the import applied.' },
    applying: { description: 'Its people are being taken in.' },
    stopped: { description: 'Somebody stopped it; it can be gone on with or undone.' },
    applied: { description: 'Its people are in; it can be undone for 24 hours.' },
    undoing: { description: 'What it did is being put back.' },
    undone: { description: 'What it did was put back.' },
    failed: { description: 'The file as a whole cannot be read: see its faults.' },
  },
});

/** A file of volunteers: where its import stands, and what it changed. Its bytes and rows live in tables beside. */
@ObjectType({ description: 'A file of volunteers: where its import stands, and what it changed.' })
@Entity('volunteer_import')
@Index('volunteer_import_by_touch', ['touchedAt'])
@Check(
  'volunteer_import_status_known',
  `status in ('sending', 'reading', 'ready', 'applying', 'stopped', 'applied', 'undoing', 'undone', 'failed')`,
)
@Check('volunteer_import_kind_known', `kind in ('csv', 'xlsx')`)
@Check(
  'volunteer_import_counts_not_negative',
  'created_count >= 0 and updated_count >= 0 and unchanged_count >= 0 and done_count >= 0',
)
export class VolunteerImport {
  @Field(() => ID, { description: 'Identifier.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_pk' })
  id: string;

  @Field(() => String, { description: 'Name of the file.' })
  @Column('text')
  fileName: string;

  /** In hexadecimal; empty while the file is arriving. */
  @Column('text')
  fileSha256: string;

  @Field(() => NetworkEnum, { description: 'Network that its people join.' })
  @Column('text')
  network: Network;

  /** Header of each column and the field it was read as, null for those left out. */
  @Column('jsonb')
  columnMapping: ColumnMatch[];

  @Field(() => Int, { description: 'Rows of the file, without its header.' })
  @Column('int')
  rowCount: number;

  @Field(() => Int, { name: 'created', description: 'People who were new.' })
  @Column('int')
  createdCount: number;

  @Field(() => Int, { name: 'updated', description: 'People who were known and changed.' })
  @Column('int')
  updatedCount: number;

  @Field(() => Int, { name: 'unchanged', description: 'People who were known and had nothing to change.' })
  @Column('int')
  unchangedCount: number;

  /** Null for the operator's command. */
  @Column('uuid', { nullable: true })
  importedBy: string | null;

  /** When it was sent, then when its first row was imported: the mark that the people it created carry. */
  @Field(() => Date, { description: 'When it was sent, or when its people were taken in.' })
  @Column('timestamptz', { default: () => 'now()' })
  importedAt: Date;

  @Field(() => ImportStatusEnum, { description: 'Where it stands.' })
  @Column('text', { default: 'applied' })
  status: ImportStatus;

  @Field(() => String, { description: '`csv` or `xlsx`.' })
  @Column('text', { default: 'csv' })
  kind: 'csv' | 'xlsx';

  @Field(() => String, { description: 'How its letters are written, as `utf-8`; empty if it is no text.' })
  @Column('text', { default: '' })
  encoding: string;

  @Field(() => String, { description: 'Sign between its cells; empty for a workbook.' })
  @Column('text', { default: '' })
  delimiter: string;

  @Field(() => String, { nullable: true, description: 'The sheet of a workbook that is read; null for the first.' })
  @Column('text', { nullable: true })
  sheet: string | null;

  @Field(() => [String], { description: 'The sheets of a workbook.' })
  @Column('text', { array: true, default: '{}' })
  sheets: string[];

  @Field(() => Int, { description: 'Size of the file in bytes, as far as it has arrived.' })
  @Column('int', { default: 0 })
  byteCount: number;

  @Field(() => Int, { name: 'done', description: 'Rows that the work which runs now, or was stopped, has done.' })
  @Column('int', { default: 0 })
  doneCount: number;

  @Field(() => Int, { name: 'sound', description: 'Rows that can be imported.' })
  @Column('int', { default: 0 })
  soundCount: number;

  @Field(() => Int, { name: 'faulty', description: 'Rows with something to put right.' })
  @Column('int', { default: 0 })
  faultyCount: number;

  @Field(() => Int, { name: 'doubts', description: 'Rows that may be of somebody known, until somebody decides.' })
  @Column('int', { default: 0 })
  doubtCount: number;

  @Field(() => Int, { name: 'leftOut', description: 'Rows that somebody decided to leave out.' })
  @Column('int', { default: 0 })
  leftOutCount: number;

  @Field(() => Int, { description: 'People of sound rows who would be new.' })
  @Column('int', { default: 0 })
  toCreate: number;

  @Field(() => Int, { description: 'People of sound rows who are known and would change.' })
  @Column('int', { default: 0 })
  toUpdate: number;

  @Field(() => Int, { description: 'People of sound rows who are known and would not change.' })
  @Column('int', { default: 0 })
  toLeave: number;

  /** Faults of the file as a whole; with any of them no row was read. */
  @Column('jsonb', { default: '[]' })
  fileFaults: Fault[];

  /** Up to three values of each column. */
  @Column('jsonb', { default: '[]' })
  samples: string[][];

  @Field(() => Boolean, { description: 'Whether its columns are read as somebody chose for the same headers before.' })
  @Column('boolean', { default: false })
  mappingRemembered: boolean;

  @Field(() => Boolean, { description: 'Whether somebody asked to stop it and it is about to.' })
  @Column('boolean', { default: false })
  stopAsked: boolean;

  /** Tables that triggers fill for each new person: a row there is nobody's doing. */
  @Column('text', { array: true, default: '{}' })
  filledByTriggers: string[];

  /** When anybody last did anything to it: what is not imported is forgotten a day later. */
  @Column('timestamptz', { default: () => 'now()' })
  touchedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it can be undone.' })
  @Column('timestamptz', { nullable: true })
  undoUntil: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was undone.' })
  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;

  @Field(() => Int, { name: 'kept', description: 'People whom undoing left as they are, as they had acted since.' })
  @Column('int', { default: 0 })
  keptCount: number;
}

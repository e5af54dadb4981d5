import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ExportFormat } from './audience.enums.js';
import type { PeopleFilter } from './condition.rules.js';
import type { ExportColumn } from './export-columns.rules.js';

/** A list that a coordinator asked for as a file, why, and whether it was fetched. */
@Entity('people_export')
@Check('people_export_format_known', `format in ('csv', 'xlsx')`)
@Check('people_export_columns_some', 'cardinality(columns) > 0')
@Check('people_export_purpose_written', 'length(btrim(purpose)) between 5 and 200')
@Check('people_export_served_counted', '(served_at is null) = (person_count is null)')
@Index('people_export_by_account', ['accountId'])
export class PeopleExport {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'people_export_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { name: 'people_export_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('jsonb')
  filter: PeopleFilter;

  @Column('text', { array: true })
  columns: ExportColumn[];

  @Column('text')
  format: ExportFormat;

  @Column('text')
  purpose: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  servedAt: Date | null;

  @Column('int', { nullable: true })
  personCount: number | null;
}

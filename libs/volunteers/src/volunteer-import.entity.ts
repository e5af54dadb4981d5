import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';

/** A file of volunteers that was taken in, and what it changed. The file itself is not kept. */
@ObjectType('ImportRow', { description: 'A file of volunteers that was imported, and what it changed.' })
@Entity('volunteer_import')
export class VolunteerImport {
  @Field(() => ID, { description: 'Identifier.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'volunteer_import_pk' })
  id: string;

  @Field(() => String, { description: 'Name of the file.' })
  @Column('text')
  fileName: string;

  @Column('text')
  fileSha256: string;

  @Field(() => NetworkEnum, { description: 'Network that its people joined.' })
  @Column('text')
  network: Network;

  /** Header of each column and the field it was read as, null for those left out. */
  @Column('jsonb')
  columnMapping: { header: string; field: string | null }[];

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

  @Column('uuid', { nullable: true })
  importedBy: string | null;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz', { default: () => 'now()' })
  importedAt: Date;
}

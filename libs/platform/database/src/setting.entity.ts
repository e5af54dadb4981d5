import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact about this installation that is neither configuration nor domain: that the demo was seeded, for instance. */
@Entity('setting')
export class Setting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'setting_pk' })
  key: string;

  @Column('jsonb')
  value: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  changedAt: Date;
}

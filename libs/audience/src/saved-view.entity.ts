import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Network } from '#platform/kernel';
import type { PeopleFilter } from './condition.rules.js';
import type { PeopleSort } from './people-order.rules.js';

/** What a view keeps: whom it shows, in which order, with which columns. */
export interface ViewState {
  filter: PeopleFilter;
  sort: PeopleSort;
  descending: boolean;
  columns: string[];
}

/** A filter of the list that somebody gave a name; with a network, its coordinators see it too. */
@Entity('saved_view')
@Unique('saved_view_name_unique', ['accountId', 'name'])
@Check('saved_view_network_known', `network in ('solidarity', 'climate', 'paris')`)
@Check('saved_view_name_not_blank', `btrim(name) <> '' and length(name) <= 80`)
@Index('saved_view_shared', ['network'], { where: 'network is not null' })
export class SavedView {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'saved_view_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { name: 'saved_view_account_fk', onDelete: 'CASCADE' })
  accountId: string;

  @Column('text', { nullable: true })
  network: Network | null;

  @Column('text')
  name: string;

  @Column('jsonb')
  state: ViewState;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Enrolment } from './enrolment.entity.js';
import type { StoredPresenceRule } from './presence.rules.js';
import { SessionDate, TrainingSession } from './session.entity.js';

/** Which dates of a session one must attend to hold its course; a session without a row asks for all of them. */
@Entity('session_presence')
@Check('session_presence_rule_known', `rule in ('some', 'named')`)
@Check('session_presence_needed_counted', `(rule = 'some') = (needed is not null)`)
@Check('session_presence_needed_plausible', 'needed between 1 and 20')
export class SessionPresence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_presence_pk' })
  @ForeignKey(() => TrainingSession, { name: 'session_presence_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Column('text')
  rule: StoredPresenceRule;

  /** How many dates, where any will do. */
  @Column('int', { nullable: true })
  needed: number | null;
}

/** A date that must be attended, where the session names them. */
@Entity('session_presence_date')
export class SessionPresenceDate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_presence_date_pk' })
  @ForeignKey(() => SessionPresence, { name: 'session_presence_date_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Index('session_presence_date_by_date')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_presence_date_pk' })
  @ForeignKey(() => SessionDate, { name: 'session_presence_date_date_fk', onDelete: 'CASCADE' })
  sessionDateId: string;
}

/** A date that a booking is for, when it is not for the whole session: somebody makes up what she missed elsewhere. */
@Entity('catch_up')
export class CatchUp {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'catch_up_pk' })
  @ForeignKey(() => Enrolment, { name: 'catch_up_enrolment_fk', onDelete: 'CASCADE' })
  enrolmentId: string;

  @Index('catch_up_by_date')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'catch_up_pk' })
  @ForeignKey(() => SessionDate, { name: 'catch_up_date_fk', onDelete: 'CASCADE' })
  sessionDateId: string;
}

/** A date that was taken out of a session; calendars that know it are told for 30 days that it does not take place. */
@Entity('removed_date')
export class RemovedDate {
  /** The identifier that the date had: calendars know it by that. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'removed_date_pk' })
  id: string;

  @Index('removed_date_by_session')
  @Column('uuid')
  @ForeignKey(() => TrainingSession, { name: 'removed_date_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz')
  removedAt: Date;
}

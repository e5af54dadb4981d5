import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AttendanceMethod, AttendanceStatus } from './attendance.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { SessionDate } from './session.entity.js';

/** Whether somebody came on one date of a session; no row means that nobody noted it yet. */
@Entity('attendance')
@Check('attendance_status_known', `status in ('present', 'absent')`)
@Check('attendance_method_known', `method in ('qr', 'name', 'code', 'walk_in', 'closing')`)
@Check('attendance_minutes_plausible', 'minutes between 1 and 1440')
@Check('attendance_minutes_of_present', `minutes is null or status = 'present'`)
export class Attendance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attendance_pk' })
  @ForeignKey(() => Enrolment, { name: 'attendance_enrolment_fk', onDelete: 'CASCADE' })
  enrolmentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attendance_pk' })
  @ForeignKey(() => SessionDate, { name: 'attendance_date_fk' })
  sessionDateId: string;

  @Column('text')
  status: AttendanceStatus;

  /** Minutes that she was there, when she came late or left early; null for the whole date. */
  @Column('int', { nullable: true })
  minutes: number | null;

  @Column('text')
  method: AttendanceMethod;

  @Column('timestamptz')
  recordedAt: Date;

  /** Account that noted it. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}

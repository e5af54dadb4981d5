import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Enrolment } from './enrolment.entity.js';
import type { OfferAnswer } from './offer.rules.js';

/** A seat kept for somebody of the waiting list until she answers or the deadline passes. */
@Entity('seat_offer')
@Check('seat_offer_answer_known', `answer in ('accepted', 'declined', 'expired', 'withdrawn')`)
@Check('seat_offer_answered_when', '(answer is null) = (answered_at is null)')
@Check('seat_offer_deadline_after', 'deadline_at > offered_at')
@Index('seat_offer_one_open', ['enrolmentId'], { unique: true, where: 'answer is null' })
@Index('seat_offer_due', ['deadlineAt'], { where: 'answer is null' })
export class SeatOffer {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'seat_offer_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Enrolment, { name: 'seat_offer_enrolment_fk', onDelete: 'CASCADE' })
  enrolmentId: string;

  @Column('timestamptz')
  offeredAt: Date;

  @Column('timestamptz')
  deadlineAt: Date;

  /** Null while the offer is open. */
  @Column('text', { nullable: true })
  answer: OfferAnswer | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}

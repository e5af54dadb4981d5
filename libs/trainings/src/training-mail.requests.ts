import type { Locale } from '#platform/kernel';
import type { MailRequest } from '#platform/mail';

/** Whom a mail about a booking goes to, and about which one. */
export interface BookingRef {
  enrolmentId: string;
  volunteerId: string;
}

/**
 * Every mail that trainings send, as requests for the outbox. They carry identifiers only: the text is written when
 * the mail leaves, from what is true then. Keys make a retried job or a second tap send one mail.
 */
export const trainingMail = {
  /** She has a seat, from the first moment. */
  confirmed: (to: BookingRef): MailRequest => ofBooking('enrolment-confirmed', to),

  /** She waits; says her rank. */
  waitingListJoined: (to: BookingRef): MailRequest => ofBooking('waiting-list-joined', to),

  /** A seat is kept for her until the deadline of the offer. */
  seatOffered: (to: BookingRef & { offerId: string }): MailRequest => ({
    kind: 'seat-offered',
    volunteerId: to.volunteerId,
    params: { enrolmentId: to.enrolmentId, offerId: to.offerId },
    dedupeKey: `seat-offered:${to.offerId}`,
  }),

  /** She accepted and now has a seat. */
  seatAccepted: (to: BookingRef): MailRequest => ofBooking('seat-accepted', to),

  /** The deadline went by without an answer. */
  offerExpired: (to: BookingRef & { offerId: string }): MailRequest => ({
    kind: 'offer-expired',
    volunteerId: to.volunteerId,
    params: { enrolmentId: to.enrolmentId, offerId: to.offerId },
    dedupeKey: `offer-expired:${to.offerId}`,
  }),

  /** She cancelled her own booking or left the waiting list. */
  cancelled: (to: BookingRef): MailRequest => ofBooking('enrolment-cancelled', to),

  /** Somebody else took her off the list. */
  removed: (to: BookingRef): MailRequest => ofBooking('enrolment-removed', to),

  /** Somebody else booked for her. */
  enrolledByStaff: (to: BookingRef): MailRequest => ofBooking('enrolled-by-staff', to),

  /** Somebody would like to come with her; she may not be known here. */
  pairInvitation: (to: { pairId: string; toAddress: string; locale: Locale }): MailRequest => ({
    kind: 'pair-invitation',
    toAddress: to.toAddress,
    locale: to.locale,
    params: { pairId: to.pairId },
    dedupeKey: `pair-invitation:${to.pairId}`,
  }),

  /** Whom she invited will not come with her. */
  pairDeclined: (to: { pairId: string; volunteerId: string }): MailRequest => ({
    kind: 'pair-declined',
    volunteerId: to.volunteerId,
    params: { pairId: to.pairId },
    dedupeKey: `pair-declined:${to.pairId}`,
  }),

  /** The session began and no seat came free. */
  waitingListClosed: (to: BookingRef): MailRequest => ofBooking('waiting-list-closed', to),
};

function ofBooking(kind: string, { enrolmentId, volunteerId }: BookingRef): MailRequest {
  return { kind, volunteerId, params: { enrolmentId }, dedupeKey: `${kind}:${enrolmentId}` };
}

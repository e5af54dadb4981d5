import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { ATTENDANCE_STATUSES, CHECK_IN_METHODS, CHECK_IN_REFUSALS } from './attendance.rules.js';
import { CANCEL_REFUSALS, ENROLMENT_REFUSALS, ENROLMENT_STATUSES } from './enrolment.rules.js';
import { MAIL_LINK_ACTIONS, MAIL_LINK_ANSWERS } from './mail-link.rules.js';
import { OFFER_REFUSALS } from './offer.rules.js';

export const EnrolmentStatusEnum = enumOf(ENROLMENT_STATUSES);
registerEnumType(EnrolmentStatusEnum, {
  name: 'EnrolmentStatus',
  description: 'Where a booking stands.',
  valuesMap: {
    waiting: { description: 'On the waiting list.' },
    offered: { description: 'A seat is kept until she answers or the deadline passes.' },
    enrolled: { description: 'Holds a seat.' },
    cancelled: { description: 'Cancelled by herself, or left the waiting list.' },
    declined: { description: 'Declined the seat that was offered.' },
    expired: { description: 'Did not answer an offer in time.' },
    removed: { description: 'Taken off by a coordinator, or at the door while absent.' },
  },
});

export const EnrolmentRefusalEnum = enumOf(ENROLMENT_REFUSALS);
registerEnumType(EnrolmentRefusalEnum, {
  name: 'EnrolmentRefusal',
  description: 'Why somebody may not enrol: the closed list.',
  valuesMap: {
    SESSION_CANCELLED: { description: 'The session will not take place.' },
    SESSION_NOT_PUBLISHED: { description: 'The session is still being prepared.' },
    SESSION_STARTED: { description: 'The session has begun.' },
    NOT_YET_OPEN: { description: 'Enrolment opens later.' },
    ENROLMENT_CLOSED: { description: 'Enrolment has closed.' },
    ALREADY_ENROLLED: { description: 'She holds, is offered or awaits a seat in this session.' },
    TOO_YOUNG: { description: 'She does not reach the minimum age in the year of the session.' },
    MISSING_QUALIFICATION: { description: 'She lacks a qualification, or it will have ended by then.' },
    MISSING_PREREQUISITE: { description: 'She has not attended a course that must come before.' },
    OVERLAP_NOT_CONFIRMED: { description: 'She has another booking at the same time and did not confirm.' },
    PROFILE_MISSING: { description: 'She has no profile yet, or her year of birth is not known.' },
  },
});

export const CancelRefusalEnum = enumOf(CANCEL_REFUSALS);
registerEnumType(CancelRefusalEnum, {
  name: 'CancelRefusal',
  description: 'Why a booking cannot be cancelled.',
  valuesMap: {
    NOT_ACTIVE: { description: 'There is no booking any more.' },
    SESSION_STARTED: { description: 'The session has begun.' },
  },
});

export const OfferRefusalEnum = enumOf(OFFER_REFUSALS);
registerEnumType(OfferRefusalEnum, {
  name: 'OfferRefusal',
  description: 'Why an offer cannot be answered.',
  valuesMap: {
    OFFER_EXPIRED: { description: 'Its deadline has passed.' },
    OFFER_ANSWERED: { description: 'It was answered otherwise, or she left the list.' },
    SESSION_STARTED: { description: 'The session has begun.' },
    SESSION_CANCELLED: { description: 'The session will not take place.' },
    LINK_INVALID: { description: 'The link does not come from us, or is for something else.' },
  },
});

export const AttendanceStatusEnum = enumOf(ATTENDANCE_STATUSES);
registerEnumType(AttendanceStatusEnum, {
  name: 'AttendanceStatus',
  description: 'Whether somebody came.',
  valuesMap: { present: { description: 'Came.' }, absent: { description: 'Was expected and did not come.' } },
});

export const CheckInMethodEnum = enumOf(CHECK_IN_METHODS);
registerEnumType(CheckInMethodEnum, {
  name: 'CheckInMethod',
  description: 'How somebody was recognised at the door.',
  valuesMap: {
    qr: { description: 'By the QR code of the booking.' },
    code: { description: 'By the booking code, said or typed.' },
    name: { description: 'By name on the sheet.' },
  },
});

export const CheckInRefusalEnum = enumOf(CHECK_IN_REFUSALS);
registerEnumType(CheckInRefusalEnum, {
  name: 'CheckInRefusal',
  description: 'Why somebody cannot be checked in.',
  valuesMap: {
    UNKNOWN_CODE: { description: 'No booking has this code.' },
    OTHER_SESSION: { description: 'The booking is for another session.' },
    NOT_ENROLLED: { description: 'The booking gives no seat.' },
    FULL: { description: 'No seat is free, and nobody was marked absent.' },
    NOT_OPEN_YET: { description: 'It is too early.' },
    SESSION_CANCELLED: { description: 'The session does not take place.' },
  },
});

export const MailLinkActionEnum = enumOf(MAIL_LINK_ACTIONS);
registerEnumType(MailLinkActionEnum, {
  name: 'MailLinkAction',
  description: 'What a link of a mail lets its reader do.',
  valuesMap: {
    accept_offer: { description: 'Accept or decline the seat that was offered.' },
    cancel_enrolment: { description: 'Cancel the booking, or leave the waiting list.' },
  },
});

export const MailLinkAnswerEnum = enumOf(MAIL_LINK_ANSWERS);
registerEnumType(MailLinkAnswerEnum, {
  name: 'MailLinkAnswer',
  description: 'What the reader of a mail chooses.',
  valuesMap: {
    accept: { description: 'Take the seat.' },
    decline: { description: 'Leave the seat to the next person.' },
    cancel: { description: 'Give the booking up.' },
  },
});

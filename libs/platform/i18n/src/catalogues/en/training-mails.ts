import type { trainingMails as source } from '../fr/training-mails.js';

export const trainingMails: Record<keyof typeof source, string> = {
  'trainingMails.when.period': '{day}, {from} to {until}',
  'trainingMails.when.instant': '{day}, {time}',
  'trainingMails.when.across': '{day}, {from} to {lastDay}, {until}',
  'trainingMails.fact.course': 'Training',
  'trainingMails.fact.when': 'When',
  'trainingMails.fact.where': 'Where',
  'trainingMails.fact.access': 'Getting there',
  'trainingMails.fact.notes': 'Good to know',
  'trainingMails.fact.before': 'Before',
  'trainingMails.fact.now': 'Now',
  'trainingMails.where.online': 'Online: {url}',
  'trainingMails.where.onlineLater': 'Online',
  'trainingMails.where.visit': 'Meeting point: {place}',
  'trainingMails.where.unknown': 'Place to be confirmed',
  'trainingMails.button.booking': 'See my booking',
  'trainingMails.button.accept': 'I take the seat',
  'trainingMails.button.decline': 'I leave the seat',
  'trainingMails.button.cancel': 'Cancel my booking',
  'trainingMails.button.leave': 'Leave the waiting list',
  'trainingMails.button.material': 'Read the material again',
  'trainingMails.button.catalogue': 'See other dates',
  'trainingMails.button.sheet': 'Open the attendance sheet',
  'trainingMails.cannotCome': 'Something came up? Cancel in one step: the seat goes to the next person.',
  'trainingMails.showCode': 'At the door, show the QR code of your booking or say this code:',
  'trainingMails.alternatives': 'Other dates close to it:',
  'trainingMails.alternative': '{course}, {when} ({url})',
  'trainingMails.why.booking': 'You get this message because you booked this training.',
  'trainingMails.why.waiting': 'You get this message because you are on the waiting list of this training.',
  'trainingMails.why.reminder': 'You get this reminder because you booked. You can turn reminders off in your profile.',
  'trainingMails.why.trainer': 'You get this message because you give trainings.',
  'trainingMails.why.attended': 'You get this message because you attended this training.',

  'trainingMails.enrolment-confirmed.subject': 'Your seat is booked: {course}',
  'trainingMails.enrolment-confirmed.heading': 'Your seat is booked',
  'trainingMails.enrolment-confirmed.text': 'All set: we look forward to seeing you.',

  'trainingMails.waiting-list-joined.subject': 'Waiting list, number {rank}: {course}',
  'trainingMails.waiting-list-joined.heading': 'You are number {rank} on the waiting list',
  'trainingMails.waiting-list-joined.text':
    'The session is full. As soon as a seat comes free, it is offered to the first person on the list, who has some time to answer. There is nothing for you to do until then.',

  'trainingMails.seat-offered.subject': 'A seat is yours: {course}',
  'trainingMails.seat-offered.heading': 'A seat has come free',
  'trainingMails.seat-offered.text':
    'It is kept for you until {deadline}. Without an answer by then, it goes to the next person.',

  'trainingMails.seat-accepted.subject': 'The seat is yours: {course}',
  'trainingMails.seat-accepted.heading': 'The seat is yours',
  'trainingMails.seat-accepted.text': 'You took the seat that was offered: we look forward to seeing you.',

  'trainingMails.offer-expired.subject': 'The seat went to the next person: {course}',
  'trainingMails.offer-expired.heading': 'Time is up',
  'trainingMails.offer-expired.text':
    'We had no answer in time, so the seat was offered to the next person. You may enrol again, at the end of the list.',

  'trainingMails.session-changed.subject': 'Changed: {course}',
  'trainingMails.session-changed.heading': 'Your training has changed',
  'trainingMails.session-changed.text.enrolled':
    'Your seat is still booked. If this no longer suits you, cancel in one step.',
  'trainingMails.session-changed.text.waiting': 'You keep your rank on the waiting list.',
  'trainingMails.session-changed.text.offered': 'The seat that is offered to you now comes with these new details.',

  'trainingMails.session-cancelled.subject': 'Cancelled: {course}',
  'trainingMails.session-cancelled.heading': 'The session is cancelled',
  'trainingMails.session-cancelled.text': 'The session will not take place. Reason given: {reason}',

  'trainingMails.enrolment-cancelled.subject': 'Your booking is cancelled: {course}',
  'trainingMails.enrolment-cancelled.heading': 'Your booking is cancelled',
  'trainingMails.enrolment-cancelled.text':
    'Done, as you asked. Thank you for telling us: the seat is of use to somebody else.',

  'trainingMails.enrolment-removed.subject': 'You were taken off the list: {course}',
  'trainingMails.enrolment-removed.heading': 'You were taken off the list',
  'trainingMails.enrolment-removed.text':
    'The coordination team took your booking off the list. If you do not know why, write to us by answering this message.',

  'trainingMails.enrolled-by-staff.subject': 'You are enrolled: {course}',
  'trainingMails.enrolled-by-staff.heading': 'The team enrolled you in a training',
  'trainingMails.enrolled-by-staff.text.enrolled':
    'A seat is booked for you. If it does not suit you, cancel in one step.',
  'trainingMails.enrolled-by-staff.text.waiting': 'The session is full: you are number {rank} on the waiting list.',

  'trainingMails.reminder-7-days.subject': 'In a week: {course}',
  'trainingMails.reminder-7-days.heading': 'It is in a week',
  'trainingMails.reminder-7-days.text': 'Your seat is booked. Can you still come?',

  'trainingMails.reminder-1-day.subject': 'Coming up: {course}, {day}',
  'trainingMails.reminder-1-day.heading': 'It is coming up',
  'trainingMails.reminder-1-day.text': 'Here is what you need to get there.',

  'trainingMails.thanks.subject': 'Thank you for coming: {course}',
  'trainingMails.thanks.heading': 'Thank you for coming',
  'trainingMails.thanks.text': 'Your attendance is noted. The material stays online, as text that reads everywhere.',

  'trainingMails.waiting-list-closed.subject': 'No seat this time: {course}',
  'trainingMails.waiting-list-closed.heading': 'No seat came free',
  'trainingMails.waiting-list-closed.text': 'The waiting list is closed. Thank you for your patience.',

  'trainingMails.trainer-session-changed.subject.assigned': 'You give: {course}',
  'trainingMails.trainer-session-changed.subject.released': 'You no longer give: {course}',
  'trainingMails.trainer-session-changed.subject.changed': 'Changed: {course}',
  'trainingMails.trainer-session-changed.subject.cancelled': 'Cancelled: {course}',
  'trainingMails.trainer-session-changed.heading.assigned': 'A session for you to give',
  'trainingMails.trainer-session-changed.heading.released': 'One session less',
  'trainingMails.trainer-session-changed.heading.changed': 'A session that you give has changed',
  'trainingMails.trainer-session-changed.heading.cancelled': 'A session that you give is cancelled',
  'trainingMails.trainer-session-changed.text.assigned': 'The coordination team put you in charge of this session.',
  'trainingMails.trainer-session-changed.text.released':
    'The coordination team put somebody else in charge of this session.',
  'trainingMails.trainer-session-changed.text.changed':
    'Here are the details as they are now. Everyone enrolled is told.',
  'trainingMails.trainer-session-changed.text.cancelled':
    'It will not take place. Reason given: {reason}. Everyone enrolled is told.',
};

import type { Block, ComposedMail, MailCalendar } from '#platform/mail';
import { type MessageKey, t } from '#platform/i18n';
import { formatParis, type Locale } from '#platform/kernel';
import type { Alternative, BookingFacts, SessionFactsToTell } from './booking-facts.queries.js';
import { instantInWords, periodInWords } from './period-words.rules.js';
import type { TrainerNews } from './session-notices.js';
import type { SessionFacts } from './session.rules.js';

/** Addresses that mails about a booking lead to. */
export interface MailLinks {
  booking: string;
  /** Cancels the booking or leaves the list, after one more tap. */
  cancel: string;
  catalogue: string;
  /** Where who came says what she thinks of it, without a sign-in. */
  survey: string;
}

/** What every text about a booking is made from. */
export interface BookingLetter {
  booking: BookingFacts;
  links: MailLinks;
  locale: Locale;
  calendar?: MailCalendar;
}

/** Mails of one text, two facts and a way on; those with more to say have a function of their own. */
export type PlainKind =
  | 'enrolment-confirmed'
  | 'seat-accepted'
  | 'offer-expired'
  | 'enrolment-cancelled'
  | 'enrolment-removed'
  | 'reminder-7-days'
  | 'reminder-1-day'
  | 'thanks';

const WHY: Record<PlainKind, MessageKey> = {
  'enrolment-confirmed': 'trainingMails.why.booking',
  'seat-accepted': 'trainingMails.why.booking',
  'offer-expired': 'trainingMails.why.booking',
  'enrolment-cancelled': 'trainingMails.why.booking',
  'enrolment-removed': 'trainingMails.why.booking',
  'reminder-7-days': 'trainingMails.why.reminder',
  'reminder-1-day': 'trainingMails.why.reminder',
  thanks: 'trainingMails.why.attended',
};

/** How she comes in and how she gets out of it, for who holds a seat. */
function seatBlocks({ booking, links, locale }: BookingLetter): Block[] {
  return [
    { text: t(locale, 'trainingMails.showCode') },
    { code: booking.bookingCode },
    { button: { label: t(locale, 'trainingMails.button.booking'), url: links.booking } },
    { text: t(locale, 'trainingMails.cannotCome') },
    { button: { label: t(locale, 'trainingMails.button.cancel'), url: links.cancel } },
  ];
}

/** Three questions, answered in a minute. */
function surveyBlocks({ links, locale }: BookingLetter): Block[] {
  return [
    { text: t(locale, 'learning.survey.ask') },
    { button: { label: t(locale, 'learning.survey.button'), url: links.survey } },
  ];
}

/** A confirmation, a reminder, a word of thanks: one text with the facts of the session. */
export function plainMail(kind: PlainKind, letter: BookingLetter): ComposedMail {
  const { booking, links, locale, calendar } = letter;
  const holdsSeat = booking.enrolmentStatus === 'enrolled' && kind !== 'thanks';
  const onward: Block =
    kind === 'thanks'
      ? { button: { label: t(locale, 'trainingMails.button.material'), url: links.catalogue } }
      : { button: { label: t(locale, 'trainingMails.button.catalogue'), url: links.catalogue } };
  const day = formatParis(booking.startsAt, locale, 'day');
  return {
    subject: t(locale, `trainingMails.${kind}.subject`, { course: booking.courseTitle, day }),
    heading: t(locale, `trainingMails.${kind}.heading`),
    blocks: [
      { text: t(locale, `trainingMails.${kind}.text`) },
      factsBlock(booking, locale, holdsSeat),
      ...(holdsSeat ? seatBlocks(letter) : [onward]),
      ...(kind === 'thanks' ? surveyBlocks(letter) : []),
    ],
    why: t(locale, WHY[kind]),
    ...(calendar && { calendar }),
  };
}

/** She waits: her rank and what happens next. */
export function waitingMail({ booking, links, locale }: BookingLetter): ComposedMail {
  const { courseTitle: course } = booking;
  const rank = booking.rank ?? 1;
  return {
    subject: t(locale, 'trainingMails.waiting-list-joined.subject', { course, rank }),
    heading: t(locale, 'trainingMails.waiting-list-joined.heading', { rank }),
    blocks: [
      { text: t(locale, 'trainingMails.waiting-list-joined.text') },
      factsBlock(booking, locale, false),
      { button: { label: t(locale, 'trainingMails.button.booking'), url: links.booking } },
      { button: { label: t(locale, 'trainingMails.button.leave'), url: links.cancel } },
    ],
    why: t(locale, 'trainingMails.why.waiting'),
  };
}

/**
 * A seat is kept for her.
 * @param answerUrl page of the offer, where one tap takes or leaves the seat
 */
export function offerMail({ booking, locale }: BookingLetter, deadlineAt: Date, answerUrl: string): ComposedMail {
  const deadline = instantInWords(deadlineAt, locale);
  return {
    subject: t(locale, 'trainingMails.seat-offered.subject', { course: booking.courseTitle }),
    heading: t(locale, 'trainingMails.seat-offered.heading'),
    blocks: [
      { text: t(locale, 'trainingMails.seat-offered.text', { deadline }) },
      { button: { label: t(locale, 'trainingMails.button.accept'), url: answerUrl } },
      { button: { label: t(locale, 'trainingMails.button.decline'), url: `${answerUrl}?answer=decline` } },
      factsBlock(booking, locale, false),
    ],
    why: t(locale, 'trainingMails.why.waiting'),
  };
}

/** A coordinator booked for her. */
export function staffMail(letter: BookingLetter): ComposedMail {
  const { booking, locale, links, calendar } = letter;
  const isWaiting = booking.enrolmentStatus === 'waiting';
  const leave = { label: t(locale, 'trainingMails.button.leave'), url: links.cancel };
  return {
    subject: t(locale, 'trainingMails.enrolled-by-staff.subject', { course: booking.courseTitle }),
    heading: t(locale, 'trainingMails.enrolled-by-staff.heading'),
    blocks: [
      {
        text: isWaiting
          ? t(locale, 'trainingMails.enrolled-by-staff.text.waiting', { rank: booking.rank ?? 1 })
          : t(locale, 'trainingMails.enrolled-by-staff.text.enrolled'),
      },
      factsBlock(booking, locale, !isWaiting),
      ...(isWaiting ? [{ button: leave }] : seatBlocks(letter)),
    ],
    why: t(locale, 'trainingMails.why.booking'),
    ...(calendar && { calendar }),
  };
}

/** What was, what is now, and that her seat or rank is kept. */
export function changedMail(
  letter: BookingLetter,
  before: SessionFacts,
  changes: readonly ('dates' | 'place')[],
): ComposedMail {
  const { booking, links, locale, calendar } = letter;
  const status =
    booking.enrolmentStatus === 'waiting' || booking.enrolmentStatus === 'offered'
      ? booking.enrolmentStatus
      : 'enrolled';
  const told = (of: SessionFacts, seated: boolean): string =>
    [
      ...(changes.includes('dates') ? [datesInWords(of.dates, locale)] : []),
      ...(changes.includes('place') ? [placeInWords(of, locale, seated)] : []),
    ].join('\n');
  return {
    subject: t(locale, 'trainingMails.session-changed.subject', { course: booking.courseTitle }),
    heading: t(locale, 'trainingMails.session-changed.heading'),
    blocks: [
      {
        facts: [
          { label: t(locale, 'trainingMails.fact.before'), value: told(before, false) },
          { label: t(locale, 'trainingMails.fact.now'), value: told(booking, status === 'enrolled') },
        ],
      },
      { text: t(locale, `trainingMails.session-changed.text.${status}`) },
      factsBlock(booking, locale, status === 'enrolled'),
      { button: { label: t(locale, 'trainingMails.button.booking'), url: links.booking } },
      {
        button: {
          label: t(locale, status === 'enrolled' ? 'trainingMails.button.cancel' : 'trainingMails.button.leave'),
          url: links.cancel,
        },
      },
    ],
    why: t(locale, status === 'enrolled' ? 'trainingMails.why.booking' : 'trainingMails.why.waiting'),
    ...(calendar && { calendar }),
  };
}

/** It will not take place, or no seat came free: why, and what else there is. */
export function noSeatMail(
  kind: 'session-cancelled' | 'waiting-list-closed',
  { booking, links, locale, calendar }: BookingLetter,
  alternatives: readonly { alternative: Alternative; url: string }[],
): ComposedMail {
  const others = alternatives.map(({ alternative, url }) =>
    t(locale, 'trainingMails.alternative', {
      course: alternative.courseTitle,
      when: periodInWords(alternative, locale),
      url,
    }),
  );
  return {
    subject: t(locale, `trainingMails.${kind}.subject`, { course: booking.courseTitle }),
    heading: t(locale, `trainingMails.${kind}.heading`),
    blocks: [
      { text: t(locale, `trainingMails.${kind}.text`, { reason: booking.cancelReason ?? '' }) },
      factsBlock(booking, locale, false),
      ...(others.length > 0 ? [{ text: t(locale, 'trainingMails.alternatives') }, { list: others }] : []),
      { button: { label: t(locale, 'trainingMails.button.catalogue'), url: links.catalogue } },
    ],
    why: t(locale, kind === 'session-cancelled' ? 'trainingMails.why.booking' : 'trainingMails.why.waiting'),
    ...(calendar && { calendar }),
  };
}

/** News for a trainer of a session. */
export function trainerMail(
  session: SessionFactsToTell,
  news: TrainerNews,
  locale: Locale,
  sheetUrl: string,
): ComposedMail {
  const reason = session.cancelReason ?? '';
  const sheet = { button: { label: t(locale, 'trainingMails.button.sheet'), url: sheetUrl } };
  return {
    subject: t(locale, `trainingMails.trainer-session-changed.subject.${news}`, { course: session.courseTitle }),
    heading: t(locale, `trainingMails.trainer-session-changed.heading.${news}`),
    blocks: [
      { text: t(locale, `trainingMails.trainer-session-changed.text.${news}`, { reason }) },
      factsBlock(session, locale, news !== 'released'),
      ...(news === 'assigned' || news === 'changed' ? [sheet] : []),
    ],
    why: t(locale, 'trainingMails.why.trainer'),
  };
}

/** What, when and where, as a block of a mail. */
export function factsBlock(session: SessionFactsToTell, locale: Locale, isSeated: boolean): Block {
  const facts: [MessageKey, string][] = [
    ['trainingMails.fact.course', session.courseTitle],
    ['trainingMails.fact.when', datesInWords(session.dates, locale)],
    ['trainingMails.fact.where', placeInWords(session, locale, isSeated)],
    ['trainingMails.fact.access', session.place?.accessDetails ?? ''],
    ['trainingMails.fact.notes', session.notes],
  ];
  return { facts: facts.flatMap(([key, value]) => (value ? [{ label: t(locale, key), value }] : [])) };
}

function datesInWords(dates: SessionFacts['dates'], locale: Locale): string {
  return dates.map((date) => periodInWords(date, locale)).join('\n');
}

/** Where it is; the address of a video call only for who has a seat. */
function placeInWords({ mode, place, onlineUrl }: SessionFacts, locale: Locale, isSeated: boolean): string {
  if (mode === 'online')
    return isSeated && onlineUrl
      ? t(locale, 'trainingMails.where.online', { url: onlineUrl })
      : t(locale, 'trainingMails.where.onlineLater');
  if (!place) return t(locale, 'trainingMails.where.unknown');
  const named = [place.name, place.address].filter(Boolean).join(', ');
  return mode === 'visit' ? t(locale, 'trainingMails.where.visit', { place: named }) : named;
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { icsOf } from '#platform/calendar';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { SignedLinks } from '#platform/identity';
import { Clock } from '#platform/kernel';
import {
  type ComposedMail,
  type MailCalendar,
  MailTemplates,
  type MailToCompose,
  type TemplateOptions,
} from '#platform/mail';
import { type BookingFacts, BookingFactsQueries } from './booking-facts.queries.js';
import { type CalendarFrame, entriesOf } from './calendar-entries.rules.js';
import { isActive } from './enrolment.rules.js';
import type { TrainerNews } from './session-notices.js';
import { changesToTell, type Period, type SessionFacts } from './session.rules.js';
import { sampleOf } from './training-mail.samples.js';
import {
  type BookingLetter,
  changedMail,
  noSeatMail,
  offerMail,
  plainMail,
  type PlainKind,
  staffMail,
  trainerMail,
  waitingMail,
} from './training-mail.texts.js';

type Method = MailCalendar['method'];
/** Says what a mail says, or null when it is no longer true. */
type Write = (letter: BookingLetter, mail: MailToCompose) => Promise<ComposedMail | null> | ComposedMail | null;

const ECHO: TemplateOptions = { echo: true };
const URGENT: TemplateOptions = { urgent: true };

const OPEN_OFFER =
  'select deadline_at as "deadlineAt" from seat_offer where id = $1 and answer is null and deadline_at > $2';

/**
 * Every mail of trainings, written when it leaves from what is true then. One that is overtaken by events says nothing:
 * no reminder of a booking that was cancelled, no offer that has run out.
 */
@Injectable()
export class TrainingMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly facts: BookingFactsQueries,
    private readonly db: Database,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const seated = (booking: BookingFacts): boolean => this.isToCome(booking) && booking.enrolmentStatus === 'enrolled';
    this.plain('enrolment-confirmed', seated, 'REQUEST', ECHO);
    this.plain('seat-accepted', seated, 'REQUEST', ECHO);
    this.plain('reminder-7-days', seated);
    this.plain('reminder-1-day', seated);
    this.plain('offer-expired', (booking) => booking.enrolmentStatus === 'expired');
    this.plain('enrolment-cancelled', (booking) => booking.enrolmentStatus === 'cancelled', 'CANCEL', ECHO);
    this.plain('enrolment-removed', (booking) => booking.enrolmentStatus === 'removed', 'CANCEL');
    this.plain('thanks', (booking) => booking.attended, undefined, ECHO);
    this.booking('waiting-list-joined', (letter) => (letter.booking.rank === null ? null : waitingMail(letter)), ECHO);
    this.booking('seat-offered', (letter, mail) => this.offer(letter, mail), URGENT);
    this.booking('enrolled-by-staff', (letter, mail) => this.byStaff(letter, mail));
    this.booking('session-changed', (letter, mail) => this.changed(letter, mail), URGENT);
    this.booking('session-cancelled', (letter, mail) => this.cancelled(letter, mail), URGENT);
    this.booking('waiting-list-closed', (letter) => this.closed(letter));
    this.templates.register('trainer-session-changed', (mail) => this.trainer(mail), {
      sample: (locale) => sampleOf('trainer-session-changed', locale),
    });
  }

  private plain(
    kind: PlainKind,
    isTrue: (booking: BookingFacts) => boolean,
    method?: Method,
    options: TemplateOptions = {},
  ): void {
    const write: Write = (letter, mail) =>
      isTrue(letter.booking) ? plainMail(kind, method ? this.withCalendar(letter, mail, method) : letter) : null;
    this.booking(kind, write, options);
  }

  private booking(kind: string, write: Write, options: TemplateOptions = {}): void {
    const compose = async (mail: MailToCompose): Promise<ComposedMail | null> => {
      const booking = await this.facts.booking(String(mail.params['enrolmentId']));
      const said = booking && (await write(this.letter(booking, mail), mail));
      return said && { until: booking.startsAt, ...said };
    };
    this.templates.register(kind, compose, { ...options, sample: (locale) => sampleOf(kind, locale) });
  }

  private letter(booking: BookingFacts, { locale }: MailToCompose): BookingLetter {
    const { publicUrl } = this.config;
    return {
      booking,
      locale,
      links: {
        booking: `${publicUrl}/moi/reservations/${booking.enrolmentId}`,
        cancel: `${publicUrl}/r/${this.links.sign('cancel_enrolment', booking.enrolmentId)}`,
        catalogue: `${publicUrl}/formations/${booking.courseSlug}`,
        survey: `${publicUrl}/avis/${this.links.sign('survey', booking.enrolmentId)}`,
      },
    };
  }

  private withCalendar(letter: BookingLetter, mail: MailToCompose, method: Method): BookingLetter {
    // What is told at reception goes to no calendar.
    if (mail.address === '') return letter;
    const attendee = { name: mail.volunteer?.displayName ?? mail.address, email: mail.address };
    const events = entriesOf(letter.booking, this.frame()).map((event) => ({ ...event, attendee }));
    const shown = method === 'CANCEL' ? events.map((event) => ({ ...event, status: 'CANCELLED' as const })) : events;
    return { ...letter, calendar: { method, ics: icsOf(shown, { method }) } };
  }

  private async offer(letter: BookingLetter, mail: MailToCompose): Promise<ComposedMail | null> {
    const offerId = String(mail.params['offerId']);
    const [open] = await this.db.query<{ deadlineAt: Date }>(OPEN_OFFER, [offerId, this.clock.now()]);
    if (!open || !this.isToCome(letter.booking)) return null;
    const url = `${this.config.publicUrl}/r/${this.links.sign('accept_offer', offerId)}`;
    return { ...offerMail(letter, open.deadlineAt, url), until: open.deadlineAt, needsAnswer: true };
  }

  private byStaff(letter: BookingLetter, mail: MailToCompose): ComposedMail | null {
    const { booking } = letter;
    if (!this.isToCome(booking) || !isActive(booking.enrolmentStatus)) return null;
    return staffMail(booking.enrolmentStatus === 'enrolled' ? this.withCalendar(letter, mail, 'REQUEST') : letter);
  }

  private changed(letter: BookingLetter, mail: MailToCompose): ComposedMail | null {
    const { booking } = letter;
    if (!this.isToCome(booking) || !isActive(booking.enrolmentStatus)) return null;
    const before = factsFrom(String(mail.params['before']));
    const changes = changesToTell(before, booking);
    if (changes.length === 0) return null;
    const isSeated = booking.enrolmentStatus === 'enrolled';
    return changedMail(isSeated ? this.withCalendar(letter, mail, 'REQUEST') : letter, before, changes);
  }

  private async cancelled(letter: BookingLetter, mail: MailToCompose): Promise<ComposedMail | null> {
    const { booking } = letter;
    if (booking.status !== 'cancelled' || !isActive(booking.enrolmentStatus)) return null;
    const told = booking.enrolmentStatus === 'enrolled' ? this.withCalendar(letter, mail, 'CANCEL') : letter;
    return noSeatMail('session-cancelled', told, await this.alternatives(booking));
  }

  private async closed(letter: BookingLetter): Promise<ComposedMail | null> {
    const { booking } = letter;
    if (booking.status !== 'published' || booking.enrolmentStatus !== 'waiting') return null;
    return noSeatMail('waiting-list-closed', letter, await this.alternatives(booking));
  }

  private async trainer({ params, locale }: MailToCompose): Promise<ComposedMail | null> {
    const session = await this.facts.session(String(params['sessionId']));
    if (!session) return null;
    const sheetUrl = `${this.config.publicUrl}/formateur/sessions/${session.sessionId}`;
    return trainerMail(session, params['news'] as TrainerNews, locale, sheetUrl);
  }

  private async alternatives(booking: BookingFacts): Promise<Parameters<typeof noSeatMail>[2]> {
    const found = await this.facts.alternatives(booking, this.clock.now());
    return found.map((alternative) => ({ alternative, url: this.sessionUrl(alternative) }));
  }

  private isToCome({ status, endsAt }: BookingFacts): boolean {
    return status === 'published' && endsAt > this.clock.now();
  }

  private sessionUrl({ courseSlug, sessionId }: { courseSlug: string; sessionId: string }): string {
    return `${this.config.publicUrl}/formations/${courseSlug}/sessions/${sessionId}`;
  }

  private frame(): CalendarFrame {
    const { brandDomain: domain, publicUrl, brandName: name, mailFrom: email } = this.config;
    return { domain, publicUrl, organizer: { name, email } };
  }
}

/** What people knew before a change, as it was written into the mail. */
function factsFrom(json: string): SessionFacts {
  const facts = JSON.parse(json) as SessionFacts;
  const dates = facts.dates.map(({ startsAt, endsAt }): Period => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  return { ...facts, dates };
}

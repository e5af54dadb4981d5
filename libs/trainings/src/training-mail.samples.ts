import type { ComposedMail } from '#platform/mail';
import { atParis, type Locale } from '#platform/kernel';
import type { BookingFacts, SessionFactsToTell } from './booking-facts.queries.js';
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

const ID = '00000000-0000-4000-8000-000000000001';
const SITE = 'https://volontaires.example';

const booking: BookingFacts = {
  enrolmentId: ID,
  volunteerId: ID,
  enrolmentStatus: 'enrolled',
  bookingCode: 'KVTRWXHQ',
  rank: null,
  sequence: 0,
  lastModified: atParis('2026-02-02', '10:00'),
  removedDates: [],
  attended: false,
  sessionId: ID,
  courseId: ID,
  courseTitle: 'Aller vers : les premiers mots',
  courseSlug: 'aller-vers',
  networks: ['solidarity'],
  status: 'published',
  cancelReason: null,
  mode: 'on_site',
  onlineUrl: null,
  notes: 'Un carnet et de quoi écrire.',
  startsAt: atParis('2026-03-12', '18:30'),
  endsAt: atParis('2026-03-12', '20:30'),
  dates: [{ id: ID, startsAt: atParis('2026-03-12', '18:30'), endsAt: atParis('2026-03-12', '20:30') }],
  place: {
    name: 'Salle des Tilleuls',
    address: '1 rue des Tilleuls, 75010 Paris',
    accessDetails: 'Entrée par la cour, ascenseur à droite.',
    latitude: null,
    longitude: null,
  },
};

/** A session with invented facts. */
export const sampleSession: SessionFactsToTell = booking;

/** A mail of that kind with invented facts, to look at its form. */
export function sampleOf(kind: string, locale: Locale): ComposedMail {
  const url = `${SITE}/r/exemple`;
  const links = { booking: `${SITE}/moi/reservations/${ID}`, cancel: url, catalogue: SITE, survey: url };
  const letter: BookingLetter = { booking, links, locale };
  const of = (change: Partial<BookingFacts>): BookingLetter => ({ ...letter, booking: { ...booking, ...change } });
  const moved = [{ startsAt: atParis('2026-03-05', '18:30'), endsAt: atParis('2026-03-05', '20:30') }];
  switch (kind) {
    case 'waiting-list-joined':
      return waitingMail(of({ enrolmentStatus: 'waiting', rank: 3 }));
    case 'seat-offered':
      return offerMail(of({ enrolmentStatus: 'offered' }), atParis('2026-03-04', '12:15'), url);
    case 'enrolled-by-staff':
      return staffMail(letter);
    case 'session-changed':
      return changedMail(letter, { ...booking, dates: moved, place: { name: 'Salle des Érables', address: '' } }, [
        'dates',
        'place',
      ]);
    case 'session-cancelled':
      return noSeatMail(kind, of({ status: 'cancelled', cancelReason: 'La salle est fermée pour travaux.' }), [
        {
          alternative: { ...booking, startsAt: atParis('2026-03-19', '18:30'), endsAt: atParis('2026-03-19', '20:30') },
          url: SITE,
        },
      ]);
    case 'waiting-list-closed':
      return noSeatMail(kind, of({ enrolmentStatus: 'waiting', rank: 2 }), []);
    case 'trainer-session-changed':
      return trainerMail(booking, 'assigned', locale, SITE);
    default:
      return plainMail(kind as PlainKind, letter);
  }
}

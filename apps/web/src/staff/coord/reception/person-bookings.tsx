import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../../api/execute.js';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { BookingState } from '../../../mine/booking-state.js';
import { QrCode } from '../../../mine/qr.js';
import { announce, Button, ConfirmButton, Empty, Failure, Notice } from '../../../ui/index.js';
import { AnswerForDocument, CancelForDocument, RECEPTION, type Booking, type Person } from './reception-data.js';

/** Her bookings with what reception may do about each; a ticket takes the place of the list while it is printed. */
export function PersonBookings({ person, bookings }: { person: Person; bookings: Booking[] }) {
  const { t } = useText();
  const [printed, setPrinted] = useState<string | null>(null);
  const ticket = bookings.find(({ id }) => id === printed);
  if (ticket) return <Ticket person={person} booking={ticket} onBack={() => setPrinted(null)} />;
  if (bookings.length === 0) return <Empty title={t('reception.person.noBooking')} />;
  return (
    <ul role="list" className="rows">
      {bookings.map((booking) => (
        <li key={booking.id} className="stack tight">
          <BookingRow booking={booking} onPrint={() => setPrinted(booking.id)} />
        </li>
      ))}
    </ul>
  );
}

function BookingRow({ booking, onPrint }: { booking: Booking; onPrint: () => void }) {
  const { t } = useText();
  const { span, moment } = useDates();
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { id, session, status, offer } = booking;

  /** What `act` answers is a refusal in words, or nothing when it worked. */
  const run = async (act: () => Promise<string | null>): Promise<void> => {
    setError(null);
    try {
      const refused = await act();
      setRefusal(refused);
      announce(refused ?? t('reception.person.done'));
      await client.invalidateQueries({ queryKey: RECEPTION });
    } catch (caught) {
      setError(caught);
    }
  };
  const answer = (accept: boolean) =>
    run(async () => {
      const { answerOfferForPerson: done } = await execute(AnswerForDocument, { id, accept });
      return done.__typename === 'OfferRefused' ? done.message : null;
    });
  const cancel = () =>
    run(async () => {
      const { cancelForPerson: done } = await execute(CancelForDocument, { id });
      return done.__typename === 'CancelRefused' ? done.message : null;
    });
  return (
    <>
      <p className="row apart">
        <strong lang={session.course.locale}>{session.course.title}</strong>
        <BookingState enrolment={booking} />
      </p>
      <p>
        {span(session.startsAt, session.endsAt)}
        {session.place && ` – ${session.place.name}`}
      </p>
      {offer && <p>{t('reception.person.answerBy', { when: moment(offer.deadlineAt) })}</p>}
      {error !== null && <Failure error={error} />}
      {refusal && <Notice tone="warn" title={refusal} />}
      <div className="row">
        {status === 'offered' && (
          <>
            <Button small onClick={() => void answer(true)}>
              {t('reception.person.accept')}
            </Button>
            <Button small look="secondary" onClick={() => void answer(false)}>
              {t('reception.person.decline')}
            </Button>
          </>
        )}
        {status === 'enrolled' && (
          <Button small look="secondary" onClick={onPrint}>
            {t('reception.person.ticket')}
            <span className="visually-hidden"> – {session.course.title}</span>
          </Button>
        )}
        {status !== 'offered' && (
          <ConfirmButton
            small
            look="quiet"
            label={t('reception.person.cancel')}
            title={t('reception.person.cancel')}
            confirm={t('reception.person.cancel')}
            onConfirm={cancel}
          >
            <p lang={session.course.locale}>{session.course.title}</p>
            <p>{t('reception.person.cancelText')}</p>
          </ConfirmButton>
        )}
      </div>
    </>
  );
}

/** One booking on paper: first name, what, when, where, and the code for the door. */
function Ticket({ person, booking, onBack }: { person: Person; booking: Booking; onBack: () => void }) {
  const { t } = useText();
  const { span } = useDates();
  const { session, bookingCode, checkInQr } = booking;
  return (
    <div className="stack">
      <section className="slip" aria-label={t('reception.ticket.title')}>
        <p className="slip-name">{person.displayName}</p>
        <p>
          <strong lang={session.course.locale}>{session.course.title}</strong>
        </p>
        <p>{span(session.startsAt, session.endsAt)}</p>
        {session.place && (
          <p>
            {session.place.name}
            <br />
            {session.place.address}
          </p>
        )}
        <QrCode text={checkInQr} label={t('reception.ticket.qr', { code: bookingCode })} />
        <p className="small">{t('reception.ticket.code')}</p>
        <p className="slip-code" dir="ltr">
          <code>{bookingCode}</code>
        </p>
      </section>
      <div className="row no-print">
        <Button onClick={() => print()}>{t('reception.person.ticket')}</Button>
        <Button look="secondary" onClick={onBack}>
          {t('reception.ticket.back')}
        </Button>
      </div>
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText } from '../i18n/text.js';
import { Deadline } from '../public/deadline.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { Notice } from '../ui/panels.js';
import { Failure } from '../ui/states.js';
import type { BookingData } from './booking.js';

const AnswerOfferDocument = graphql(`
  mutation AnswerOffer($enrolmentId: ID!, $accept: Boolean!) {
    answerOffer(enrolmentId: $enrolmentId, accept: $accept) {
      __typename
      ... on Enrolment {
        id
        status
      }
      ... on OfferRefused {
        message
      }
    }
  }
`);

const CancelEnrolmentDocument = graphql(`
  mutation CancelEnrolment($id: ID!) {
    cancelEnrolment(id: $id) {
      __typename
      ... on Enrolment {
        id
        status
      }
      ... on CancelRefused {
        message
      }
    }
  }
`);

/** Everything that shows this booking is read again. */
function useBookingChanged(booking: BookingData): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['booking', booking.id] }),
      client.invalidateQueries({ queryKey: ['agenda'] }),
      client.invalidateQueries({ queryKey: ['session', booking.session.id] }),
    ]);
}

/** A seat is kept for this person: take it or leave it to the next one. */
export function OfferAnswer({ booking }: { booking: BookingData }) {
  const { t } = useText();
  const changed = useBookingChanged(booking);
  const answer = useMutation({
    mutationFn: async (accept: boolean) =>
      (await execute(AnswerOfferDocument, { enrolmentId: booking.id, accept })).answerOffer,
    onSuccess: async (result, accept) => {
      await changed();
      if (result.__typename === 'Enrolment') announce(t(accept ? 'web.link.enrolled' : 'web.link.declined'));
    },
  });
  const refused = answer.data?.__typename === 'OfferRefused' ? answer.data.message : null;
  return (
    <section className="card offer stack" aria-label={t('mine.offer.title')}>
      <h2>{t('mine.offer.title')}</h2>
      {booking.offer && <Deadline iso={booking.offer.deadlineAt} />}
      {answer.error && <Failure error={answer.error} />}
      {refused && <Notice tone="warn" title={refused} role="alert" />}
      <div className="row">
        <Button busy={answer.isPending} onClick={() => answer.mutate(true)}>
          {t('web.link.accept')}
        </Button>
        <Button look="secondary" busy={answer.isPending} onClick={() => answer.mutate(false)}>
          {t('web.link.decline')}
        </Button>
      </div>
    </section>
  );
}

/** Leaves a booking or a waiting list, after a question. */
export function CancelBooking({ booking }: { booking: BookingData }) {
  const { t } = useText();
  const changed = useBookingChanged(booking);
  const [refusal, setRefusal] = useState<string | null>(null);
  const waiting = booking.status === 'waiting';
  const cancel = async (): Promise<void> => {
    const { cancelEnrolment: result } = await execute(CancelEnrolmentDocument, { id: booking.id });
    setRefusal(result.__typename === 'CancelRefused' ? result.message : null);
    await changed();
    if (result.__typename === 'Enrolment') announce(t('web.link.cancelled'));
  };
  return (
    <>
      <ConfirmButton
        small
        label={t(waiting ? 'mine.cancel.leaveList' : 'web.link.cancel')}
        title={t(waiting ? 'mine.cancel.leaveListTitle' : 'mine.cancel.title')}
        confirm={t(waiting ? 'mine.cancel.leaveList' : 'web.link.cancel')}
        onConfirm={cancel}
      >
        <p>{t(waiting ? 'mine.cancel.leaveListText' : 'mine.cancel.text')}</p>
      </ConfirmButton>
      {refusal && <Notice tone="warn" title={refusal} role="alert" />}
    </>
  );
}

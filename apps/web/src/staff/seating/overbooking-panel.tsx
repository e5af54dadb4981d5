import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../api/execute.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { announce, Form, Notice, QueryState, TextField, textIn, useForm, type Faults } from '../../ui/index.js';
import { FormPart } from '../shared/form-part.js';
import { AcceptDocument, adviceQuery, type Advice } from './seating-data.js';

interface PanelProps {
  sessionId: string;
}

/** What past sessions say about accepting more bookings than there are seats, and the decision. */
export function OverbookingPanel({ sessionId }: PanelProps) {
  const query = useQuery(adviceQuery(sessionId));
  return (
    <QueryState query={query} lines={3}>
      {(advice) => <Panel sessionId={sessionId} advice={advice} />}
    </QueryState>
  );
}

function Panel({ sessionId, advice }: PanelProps & { advice: Advice }) {
  const { t } = useText();
  const { seats, acceptedSeats, roomSeats } = advice;
  const most = Math.max(seats ?? roomSeats, acceptedSeats);
  return (
    <FormPart title={t('seating.over.title')} hint={t('seating.over.hint')}>
      <Evidence advice={advice} />
      <LastDecision advice={advice} />
      {most > roomSeats && <Decide key={acceptedSeats} sessionId={sessionId} advice={advice} most={most} />}
    </FormPart>
  );
}

function Evidence({ advice }: { advice: Advice }) {
  const { t } = useText();
  const {
    seats,
    chance,
    roomSeats: room,
    pastSessions: sessions,
    showPercent,
    likeness,
    whyNot,
    legalMaximum,
  } = advice;
  return (
    <div>
      {seats !== null && chance !== null && likeness ? (
        <>
          <p>
            <strong>{t('seating.over.advice', { seats, room, chance })}</strong>
          </p>
          <p>
            {t('seating.over.evidence', {
              sessions,
              likeness: t(`seating.over.${likeness}`),
              percent: showPercent ?? 0,
            })}
          </p>
        </>
      ) : (
        <p>
          {whyNot === 'TOO_FEW_SESSIONS'
            ? t('seating.over.TOO_FEW_SESSIONS', { sessions })
            : t('seating.over.NOTHING_TO_GAIN', { room })}
        </p>
      )}
      {legalMaximum !== null && <p>{t('seating.over.legal', { legal: legalMaximum })}</p>}
    </div>
  );
}

function LastDecision({ advice: { decision } }: { advice: Advice }) {
  const { t } = useText();
  const { moment } = useDates();
  if (!decision) return null;
  const { acceptedSeats, reason, decidedAt, decidedBy } = decision;
  return (
    <p>
      {t('seating.over.decision', { moment: moment(decidedAt), seats: acceptedSeats, reason })}{' '}
      {decidedBy && t('seating.over.decidedBy', { name: decidedBy })}
    </p>
  );
}

function Decide({ sessionId, advice, most }: PanelProps & { advice: Advice; most: number }) {
  const { t } = useText();
  const client = useQueryClient();
  const [refused, setRefused] = useState<string | null>(null);
  const { roomSeats: room, acceptedSeats } = advice;
  const form = useForm({
    check: (data) => {
      const seats = Number(textIn(data, 'seats'));
      const faults: Faults = {};
      if (!Number.isInteger(seats) || seats < room || seats > most)
        faults.seats = t('seating.over.fault.seats', { room, most });
      if (textIn(data, 'reason').length < 3) faults.reason = t('seating.over.fault.reason');
      return faults;
    },
    send: async (data) => {
      setRefused(null);
      const variables = { sessionId, seats: Number(textIn(data, 'seats')), reason: textIn(data, 'reason') };
      const { acceptOverbooking: answer } = await execute(AcceptDocument, variables);
      if (answer.__typename === 'OverbookingRefused') return setRefused(answer.message);
      announce(t('seating.over.saved', { seats: answer.acceptedSeats, room }));
      await client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  return (
    <>
      {refused && (
        <Notice tone="bad" role="alert" title={t('seating.over.notSaved')}>
          <p>{refused}</p>
        </Notice>
      )}
      <Form form={form} label={t('seating.over.title')} submit={t('seating.over.save')}>
        <TextField
          name="seats"
          width="short"
          inputMode="numeric"
          label={t('seating.over.seats')}
          hint={t('seating.over.seatsHint', { room, most })}
          defaultValue={acceptedSeats > room ? acceptedSeats : most}
          autoComplete="off"
        />
        <TextField
          name="reason"
          label={t('seating.over.reason')}
          hint={t('seating.over.reasonHint')}
          maxLength={300}
          autoComplete="off"
        />
      </Form>
    </>
  );
}

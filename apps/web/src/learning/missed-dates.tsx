import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { Notice, Section } from '../ui/panels.js';
import { Failure } from '../ui/states.js';
import { bookCatchUp, learningQuery, type MissedDate } from './qualifications-data.js';

/** What somebody missed and needs, and the dates where she can make it up, each with one button. */
export function MissedDates({ dates }: { dates: MissedDate[] }) {
  const { t } = useText();
  if (dates.length === 0) return null;
  return (
    <Section title={t('learn.missed.title')}>
      <ul role="list" className="stack">
        {dates.map((date) => (
          <li key={date.sessionDateId} className="card stack tight">
            <h3>
              <Link to={`/formations/${date.courseSlug}`} lang={date.courseLocale}>
                {date.courseTitle}
              </Link>
            </h3>
            <Missed date={date} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Missed({ date }: { date: MissedDate }) {
  const { t } = useText();
  const { day } = useDates();
  return (
    <>
      <p>{t('learn.missed.text', { position: date.position, count: date.dateCount, day: day(date.startsAt) })}</p>
      {date.minutes !== null && <p>{t('learn.missed.minutes', { minutes: date.minutes })}</p>}
      {date.bookedId && date.bookedDate ? (
        <p>
          <Link to={`/moi/reservations/${date.bookedId}`}>
            {t('learn.missed.booked', { day: day(date.bookedDate.startsAt) })}
          </Link>
        </p>
      ) : (
        <Chances date={date} />
      )}
    </>
  );
}

function Chances({ date }: { date: MissedDate }) {
  const { t } = useText();
  const { span } = useDates();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const book = async (sessionDateId: string): Promise<void> => {
    setBusy(sessionDateId);
    setError(null);
    try {
      const refusal = await bookCatchUp(sessionDateId);
      setRefused(refusal);
      if (refusal === null) announce(t('learn.missed.done'));
      await client.invalidateQueries({ queryKey: learningQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['agenda'] });
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(null);
    }
  };
  if (date.chances.length === 0) return <p className="muted">{t('learn.missed.nowhere')}</p>;
  return (
    <>
      <p>{t('learn.missed.where')}</p>
      {refused && <Notice tone="warn" role="alert" title={refused} />}
      {error !== null && <Failure error={error} />}
      <ul role="list" className="rows">
        {date.chances.map((chance) => (
          <li key={chance.sessionDateId} className="row apart">
            <span>
              {span(chance.startsAt, chance.endsAt)}
              <span className="hint learn-under">
                {[chance.placeName, t('learn.missed.seats', { seats: chance.seatsLeft })].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button small busy={busy === chance.sessionDateId} onClick={() => void book(chance.sessionDateId)}>
              {t('learn.missed.book')}
              <span className="visually-hidden"> – {span(chance.startsAt, chance.endsAt)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

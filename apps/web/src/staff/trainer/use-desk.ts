import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../api/execute.js';
import { useDates } from '../../i18n/dates.js';
import { useText, type Translate } from '../../i18n/text.js';
import { announce, type Tone } from '../../ui/index.js';
import {
  CheckInByNameDocument,
  CheckInDocument,
  UndoCheckInDocument,
  WalkInDocument,
  type Attendee,
  type CheckIn,
  type Sheet,
} from './attendance-data.js';

/** What the desk shows after somebody showed up. */
export interface Outcome {
  tone: Tone;
  title: string;
  person: Attendee | null;
  /** True when the check-in may be taken back from here. */
  undoable: boolean;
}

export interface WalkIn {
  givenName: string;
  email: string | null;
  birthYear: number | null;
}

/** The welcome desk of one date: checks people in and remembers what happened last. */
export function useDesk(sheet: Sheet, sheetKey: readonly unknown[]) {
  const { t } = useText();
  const { time } = useDates();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { sessionDateId } = sheet;

  const run = async (act: () => Promise<CheckIn>, read: (done: CheckIn) => Outcome): Promise<Outcome | null> => {
    setBusy(true);
    setError(null);
    try {
      const done = await act();
      const told = read(done);
      setOutcome(told);
      announce([told.title, told.person?.displayName].filter(Boolean).join(' – '));
      if (navigator.vibrate) navigator.vibrate(told.tone === 'good' ? 60 : [80, 60, 80]);
      await client.invalidateQueries({ queryKey: sheetKey });
      return told;
    } catch (caught) {
      setOutcome(null);
      setError(caught);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const checkedIn = (done: CheckIn): Outcome => outcomeOf(done, t, time);
  const undone = (done: CheckIn): Outcome =>
    done.__typename === 'CheckedIn'
      ? { tone: 'info', title: t('staff.desk.undone'), person: done.row, undoable: false }
      : outcomeOf(done, t, time);

  return {
    outcome,
    error,
    busy,
    byCode: (code: string, method: 'qr' | 'code') =>
      run(async () => (await execute(CheckInDocument, { sessionDateId, code, method })).checkIn, checkedIn),
    byName: (enrolmentId: string) =>
      run(
        async () => (await execute(CheckInByNameDocument, { sessionDateId, enrolmentId })).checkInEnrolment,
        checkedIn,
      ),
    undo: (enrolmentId: string) =>
      run(async () => (await execute(UndoCheckInDocument, { sessionDateId, enrolmentId })).undoCheckIn, undone),
    walkIn: (input: WalkIn) =>
      run(async () => (await execute(WalkInDocument, { sessionDateId, input })).checkInWalkIn, checkedIn),
  };
}

export type Desk = ReturnType<typeof useDesk>;

function outcomeOf(done: CheckIn, t: Translate, time: (iso: string) => string): Outcome {
  if (done.__typename === 'CheckInRefused') {
    return { tone: 'bad', title: done.message, person: done.person, undoable: false };
  }
  const { row, already } = done;
  if (!already) return { tone: 'good', title: t('staff.desk.checkedIn'), person: row, undoable: true };
  const since = row.checkedInAt;
  const title = since ? t('staff.desk.alreadySince', { time: time(since) }) : t('staff.desk.already');
  return { tone: 'warn', title, person: row, undoable: true };
}

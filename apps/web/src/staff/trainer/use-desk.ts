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
  /** Where it was asked for: at the desk, or in the list further down the page. */
  from: 'desk' | 'list';
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

  const run = async (from: Outcome['from'], act: () => Promise<CheckIn>, undoing = false): Promise<Outcome | null> => {
    setBusy(true);
    setError(null);
    try {
      const done = await act();
      const told = { ...(undoing ? undoneOf(done, t) : outcomeOf(done, t, time)), from };
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

  return {
    sheetKey,
    sessionDateId,
    outcome,
    error,
    busy,
    byCode: (code: string, method: 'qr' | 'code') =>
      run('desk', async () => (await execute(CheckInDocument, { sessionDateId, code, method })).checkIn),
    byName: (enrolmentId: string) =>
      run('list', async () => (await execute(CheckInByNameDocument, { sessionDateId, enrolmentId })).checkInEnrolment),
    undo: (enrolmentId: string, from: Outcome['from']) =>
      run(from, async () => (await execute(UndoCheckInDocument, { sessionDateId, enrolmentId })).undoCheckIn, true),
    walkIn: (input: WalkIn) =>
      run('desk', async () => (await execute(WalkInDocument, { sessionDateId, input })).checkInWalkIn),
  };
}

export type Desk = ReturnType<typeof useDesk>;

type Told = Omit<Outcome, 'from'>;

function outcomeOf(done: CheckIn, t: Translate, time: (iso: string) => string): Told {
  if (done.__typename === 'CheckInRefused') return refusal(done);
  const { row, already } = done;
  if (!already) return { tone: 'good', title: t('staff.desk.checkedIn'), person: row, undoable: true };
  const since = row.checkedInAt;
  const title = since ? t('staff.desk.alreadySince', { time: time(since) }) : t('staff.desk.already');
  return { tone: 'warn', title, person: row, undoable: true };
}

function undoneOf(done: CheckIn, t: Translate): Told {
  if (done.__typename === 'CheckInRefused') return refusal(done);
  return { tone: 'info', title: t('staff.desk.undone'), person: done.row, undoable: false };
}

function refusal({ message, person }: Extract<CheckIn, { __typename: 'CheckInRefused' }>): Told {
  return { tone: 'bad', title: message, person, undoable: false };
}

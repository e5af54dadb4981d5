import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText, type Translate } from '../../i18n/text.js';
import { announce, Form, Notice, useForm } from '../../ui/index.js';
import { ConflictPanel, type Difference } from '../shared/conflict-panel.js';
import { useAsk, type Question } from '../shared/dialogs.js';
import {
  loadSession,
  saveSession,
  type EditedSession,
  type SessionChoices,
  type SessionInput,
} from './session-data.js';
import { useSessionDifferences } from './session-differences.js';
import { consequencesOf, faultsOfSession, inputOfSession, type Consequences } from './session-draft.js';
import { SessionFields } from './session-fields.js';

/** What saving did. */
export interface Effect {
  notified: number;
  offersMade: number;
}

interface EditorProps {
  /** Null for a new session. */
  session: EditedSession | null;
  /** The same session as it was read last, for how many people are concerned. */
  current: EditedSession | null;
  choices: SessionChoices;
  courseId?: string;
  onSaved: (session: EditedSession, effect: Effect) => void;
  /** What was said about the last saving holds no longer. */
  onSending?: () => void;
  /** Somebody else's version replaces the form. */
  onReplaced: (session: EditedSession) => void;
}

interface Conflict {
  input: SessionInput;
  theirs: EditedSession;
  differences: Difference[];
}

/** The form of a session. Before a published one is saved it says who will be told; a conflict shows both versions. */
export function SessionEditor({ session, current, choices, courseId, onSaved, onSending, onReplaced }: EditorProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { ask, dialog } = useAsk();
  const differencesOf = useSessionDifferences(choices);
  const [refused, setRefused] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (input: SessionInput): Promise<void> => {
    const result = await saveSession(input);
    if (result.__typename === 'SessionSaved') {
      setConflict(null);
      await client.invalidateQueries({ queryKey: ['staff'] });
      onSaved(result.session, result.effect);
    } else if (result.reason === 'STALE' && input.id) {
      const theirs = await loadSession(input.id);
      if (theirs) setConflict({ input, theirs, differences: differencesOf(input, theirs) });
    } else {
      setRefused(result.message);
      announce(result.message);
    }
  };

  const form = useForm({
    check: (data) => Object.fromEntries(Object.entries(faultsOfSession(data)).map(([name, key]) => [name, t(key)])),
    send: async (data) => {
      setRefused(null);
      setConflict(null);
      onSending?.();
      const input = inputOfSession(data, session);
      if (session?.status === 'published') {
        const question = questionOf(current ?? session, consequencesOf(session, input), t);
        if (question && !(await ask(question))) return;
      }
      await save(input);
    },
  });

  const keepMine = ({ input, theirs }: Conflict): void => {
    setBusy(true);
    save({ ...input, version: theirs.version })
      .catch((error: unknown) => setRefused(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      {refused && (
        <Notice tone="bad" role="alert" title={t('staff.session.notSaved')}>
          <p>{refused}</p>
        </Notice>
      )}
      {conflict && (
        <ConflictPanel
          key={conflict.theirs.version}
          differences={conflict.differences}
          busy={busy}
          keepMine={() => keepMine(conflict)}
          takeTheirs={() => onReplaced(conflict.theirs)}
        />
      )}
      <Form
        form={form}
        label={t('staff.session.form')}
        submit={t(session ? 'staff.action.save' : 'staff.session.create')}
      >
        <SessionFields session={session} choices={choices} courseId={courseId} />
      </Form>
      {dialog}
    </>
  );
}

/** The question to ask before a published session is changed; null when nobody would notice. */
function questionOf(session: EditedSession, { told, seats }: Consequences, t: Translate): Question | null {
  if (told.length === 0 && seats <= 0) return null;
  const taken = session.capacity + session.extraSeats - session.seatsLeft;
  const people = taken + session.waitingCount;
  return {
    title: t('staff.session.beforeSave'),
    confirm: t(told.length > 0 && people > 0 ? 'staff.session.saveAndTell' : 'staff.action.save'),
    body: (
      <ul>
        {told.length > 0 && (
          <li>
            {t('staff.session.willBeTold', {
              what: told.map((change) => t(`staff.session.changed.${change}`)).join(', '),
              people,
              taken,
              waiting: session.waitingCount,
            })}
          </li>
        )}
        {seats > 0 && <li>{t('staff.session.moreSeats', { seats, waiting: session.waitingCount })}</li>}
      </ul>
    ),
  };
}

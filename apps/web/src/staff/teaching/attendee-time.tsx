import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/text.js';
import { announce, TextField, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { NoteMinutesDocument, type Attendee } from '../trainer/attendance-data.js';

interface TimeProps {
  person: Attendee;
  sessionDateId: string;
  sheetKey: readonly unknown[];
}

/** How long somebody was there who came late or left early. */
export function AttendeeTime({ person, sessionDateId, sheetKey }: TimeProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { enrolmentId, displayName, minutes } = person;
  return (
    <DialogForm
      label={t('teach.minutes.button')}
      look="quiet"
      small
      title={t('teach.minutes.title', { name: displayName })}
      submit={t('teach.minutes.save')}
      check={(data): Record<string, string> =>
        /^\d{0,4}$/.test(textIn(data, 'minutes')) ? {} : { minutes: t('teach.minutes.wrong') }
      }
      send={async (data) => {
        const noted = Number(textIn(data, 'minutes')) || null;
        await execute(NoteMinutesDocument, { sessionDateId, enrolmentId, minutes: noted });
        announce(t('teach.minutes.title', { name: displayName }));
        await client.invalidateQueries({ queryKey: sheetKey });
      }}
    >
      <TextField
        name="minutes"
        width="short"
        inputMode="numeric"
        optional
        label={t('teach.minutes.field')}
        hint={t('teach.minutes.hint')}
        defaultValue={minutes ?? ''}
        autoComplete="off"
      />
    </DialogForm>
  );
}

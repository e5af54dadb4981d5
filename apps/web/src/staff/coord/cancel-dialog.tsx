import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/errors.js';
import { useText } from '../../i18n/text.js';
import { TextArea, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { faultIf } from '../shared/fault-if.js';
import { cancelSession, type EditedSession } from './session-data.js';
import type { Effect } from './session-editor.js';

const SHORTEST_REASON = 5;

interface CancelProps {
  session: EditedSession;
  onCancelled: (session: EditedSession, effect: Effect) => void;
}

/** Cancels a session, with the reason that everyone concerned will read. */
export function CancelDialog({ session, onCancelled }: CancelProps) {
  const { t } = useText();
  const client = useQueryClient();
  const taken = session.capacity + session.extraSeats - session.seatsLeft;
  return (
    <DialogForm
      small
      look="danger"
      label={t('staff.cancel.label')}
      title={t('staff.cancel.title')}
      submit={t('staff.cancel.confirm')}
      check={(data) =>
        faultIf(textIn(data, 'reason').length < SHORTEST_REASON, 'reason', t('staff.cancel.reasonMissing'))
      }
      send={async (data) => {
        const result = await cancelSession(session.id, textIn(data, 'reason'));
        if (result.__typename === 'SessionEditRefused') throw new ApiError('CONFLICT', result.message);
        await client.invalidateQueries({ queryKey: ['staff'] });
        onCancelled(result.session, result.effect);
      }}
    >
      <p>{t('staff.cancel.text', { people: taken + session.waitingCount, taken, waiting: session.waitingCount })}</p>
      <TextArea name="reason" label={t('staff.cancel.reason')} hint={t('staff.cancel.reasonHint')} maxLength={500} />
    </DialogForm>
  );
}

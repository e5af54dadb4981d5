import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { announce, type Faults, TextArea, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';

const ResetDocument = graphql(`
  mutation ResetSecondFactor($accountId: ID!, $reason: String!) {
    resetSecondFactor(accountId: $accountId, reason: $reason) {
      id
      hasSecondFactor
    }
  }
`);

/** Helps somebody who has lost her phone and her codes; asks how it is known that it is she. */
export function ResetFactor({ accountId, name }: { accountId: string; name: string }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <DialogForm
      small
      look="quiet"
      label={t('staff.users.reset')}
      title={t('staff.users.resetTitle', { name })}
      submit={t('staff.users.resetConfirm')}
      check={(data): Faults =>
        textIn(data, 'reason').length >= 10 ? {} : { reason: t('staff.users.resetReasonMissing') }
      }
      send={async (data) => {
        await execute(ResetDocument, { accountId, reason: textIn(data, 'reason') });
        announce(t('staff.users.resetDone', { name }));
        await client.invalidateQueries({ queryKey: ['staff', 'accounts'] });
      }}
    >
      <p>{t('staff.users.resetText')}</p>
      <TextArea
        name="reason"
        label={t('staff.users.resetReason')}
        hint={t('staff.users.resetReasonHint')}
        rows={3}
        maxLength={500}
      />
    </DialogForm>
  );
}

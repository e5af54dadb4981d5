import { useText } from '../../i18n/text.js';
import { Notice, TextField, textIn } from '../../ui/index.js';
import { ApiError } from '../../api/errors.js';
import { DialogForm } from '../shared/dialogs.js';
import { findByAddress } from './people-data.js';

const SHORTEST = 5;

/** Finds somebody by the whole of an address or number, for a purpose that she will read. */
export function FindDialog({ found }: { found: (id: string) => void }) {
  const { t } = useText();
  return (
    <DialogForm
      label={t('people.find.title')}
      look="quiet"
      small
      title={t('people.find.title')}
      submit={t('people.find.submit')}
      check={(data) => ({
        ...(textIn(data, 'address').length < SHORTEST && { address: t('people.find.addressMissing') }),
        ...(textIn(data, 'purpose').length < SHORTEST && { purpose: t('staff.contact.purposeMissing') }),
      })}
      send={async (data) => {
        const id = await findByAddress(textIn(data, 'address'), textIn(data, 'purpose'));
        if (id === null) {
          const message = t('people.find.none');
          throw new ApiError('BAD_USER_INPUT', message, null, [{ path: 'address', rule: 'known', message }]);
        }
        found(id);
      }}
    >
      <Notice title={t('staff.contact.seen')} />
      <TextField name="address" label={t('people.find.address')} maxLength={200} autoComplete="off" />
      <TextField
        name="purpose"
        label={t('staff.contact.purpose')}
        hint={t('staff.contact.purposeHint')}
        maxLength={200}
        autoComplete="off"
      />
    </DialogForm>
  );
}

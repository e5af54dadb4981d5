import { execute } from '../api/execute.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { ConfirmButton } from '../ui/confirm.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { Section } from '../ui/panels.js';
import { textIn, useForm } from '../ui/use-form.js';
import { knowsPasskeys, makePasskey, PasskeyStopped } from './passkey.js';
import { AddPasskeyDocument, RemovePasskeyDocument, type Security, useSecurityChanged } from './security-data.js';

interface PasskeysProps {
  passkeys: Security['passkeys'];
  /** Whether the factors may be changed now. */
  open: boolean;
  onAdded: (recoveryCodes: string[]) => Promise<void>;
}

/** The passkeys of an account: listed by the names that their holder gave them, added, removed. */
export function PasskeysPart({ passkeys, open, onAdded }: PasskeysProps) {
  const { t } = useText();
  return (
    <Section title={t('security.passkeys.title')}>
      <p>{t('security.passkeys.text')}</p>
      {passkeys.length === 0 ? (
        <p className="muted">{t('security.passkeys.none')}</p>
      ) : (
        <ul role="list" className="rows">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="row apart">
              <Line passkey={passkey} open={open} />
            </li>
          ))}
        </ul>
      )}
      {open && (knowsPasskeys() ? <Add onAdded={onAdded} /> : <p>{t('security.passkeys.unsupported')}</p>)}
    </Section>
  );
}

function Line({ passkey, open }: { passkey: Security['passkeys'][number]; open: boolean }) {
  const { t } = useText();
  const { day } = useDates();
  const changed = useSecurityChanged();
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <>
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="hint">
          {t('security.passkeys.added', { date: day(createdAt) })}{' '}
          {lastUsedAt && t('security.passkeys.used', { date: day(lastUsedAt) })}
        </p>
      </div>
      {open && (
        <ConfirmButton
          small
          label={t('security.passkeys.remove')}
          title={t('security.passkeys.removeTitle', { name })}
          confirm={t('security.passkeys.removeConfirm')}
          onConfirm={async () => {
            await execute(RemovePasskeyDocument, { id });
            await changed();
            announce(t('security.passkeys.removed'));
          }}
        >
          <p>{t('security.passkeys.removeText')}</p>
        </ConfirmButton>
      )}
    </>
  );
}

function Add({ onAdded }: Pick<PasskeysProps, 'onAdded'>) {
  const { t } = useText();
  const form = useForm({
    check: (data) => {
      const { length } = textIn(data, 'name');
      return length >= 1 && length <= 60 ? {} : { name: t('security.passkeys.nameFault') };
    },
    send: async (data) => {
      const response = await makePasskey().catch((error: unknown) => {
        if (error instanceof PasskeyStopped) return null;
        throw error;
      });
      if (response === null) return form.refuse({ name: t('security.passkeys.stopped') });
      const { addPasskey: result } = await execute(AddPasskeyDocument, { name: textIn(data, 'name'), response });
      if (result.__typename === 'SecondFactorRefused') return form.refuse({ name: result.message });
      await onAdded(result.recoveryCodes);
    },
  });
  return (
    <Form form={form} label={t('security.passkeys.add')} submit={t('security.passkeys.add')}>
      <TextField
        name="name"
        label={t('security.passkeys.name')}
        hint={t('security.passkeys.nameHint')}
        maxLength={60}
        autoComplete="off"
      />
    </Form>
  );
}

import { useState } from 'react';
import { execute } from '../api/execute.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { QrCode } from '../mine/qr.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { Section } from '../ui/panels.js';
import { Failure } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import { BeginTotpDocument, ConfirmTotpDocument, RemoveTotpDocument, useSecurityChanged } from './security-data.js';

interface TotpProps {
  since: string | null;
  /** Whether the factors may be changed now. */
  open: boolean;
  onAdded: (recoveryCodes: string[]) => Promise<void>;
}

/** The authenticator program: set up in two steps, or removed. */
export function TotpPart({ since, open, onAdded }: TotpProps) {
  const { t } = useText();
  const { day } = useDates();
  const changed = useSecurityChanged();
  return (
    <Section title={t('security.totp.title')}>
      <p>{t('security.totp.text')}</p>
      {since && <p>{t('security.totp.since', { date: day(since) })}</p>}
      {open && !since && <SetUp onAdded={onAdded} />}
      {open && since && (
        <div>
          <ConfirmButton
            label={t('security.totp.remove')}
            title={t('security.totp.removeTitle')}
            confirm={t('security.totp.removeConfirm')}
            onConfirm={async () => {
              await execute(RemoveTotpDocument);
              await changed();
              announce(t('security.totp.removed'));
            }}
          >
            <p>{t('security.totp.removeText')}</p>
          </ConfirmButton>
        </div>
      )}
    </Section>
  );
}

interface Begun {
  secret: string;
  uri: string;
}

function SetUp({ onAdded }: Pick<TotpProps, 'onAdded'>) {
  const { t } = useText();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begin = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setBegun((await execute(BeginTotpDocument)).beginTotp);
      announce(t('security.totp.scan'));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  if (begun) return <Confirm begun={begun} onAdded={onAdded} />;
  return (
    <>
      {error !== null && <Failure error={error} />}
      <div>
        <Button look="secondary" busy={busy} onClick={() => void begin()}>
          {t('security.totp.begin')}
        </Button>
      </div>
    </>
  );
}

/** Four letters at a time: a person reads them from one screen and types them on another. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

function Confirm({ begun, onAdded }: { begun: Begun } & Pick<TotpProps, 'onAdded'>) {
  const { t } = useText();
  const digits = (data: FormData): string => textIn(data, 'code').replace(/\D/g, '');
  const form = useForm({
    check: (data) => (digits(data).length === 6 ? {} : { code: t('security.totp.codeFault') }),
    send: async (data) => {
      const { confirmTotp: result } = await execute(ConfirmTotpDocument, { code: digits(data) });
      if (result.__typename === 'SecondFactorRefused') return form.refuse({ code: result.message });
      announce(t('security.totp.done'));
      await onAdded(result.recoveryCodes);
    },
  });
  return (
    <>
      <p>{t('security.totp.scan')}</p>
      <QrCode text={begun.uri} label={t('security.totp.qr')} />
      <p>
        {t('security.totp.key')}
        <br />
        <code className="totp-key" dir="ltr">
          {inGroups(begun.secret)}
        </code>
      </p>
      <Form form={form} label={t('security.totp.title')} submit={t('security.totp.confirm')}>
        <TextField
          name="code"
          label={t('security.totp.code')}
          hint={t('security.totp.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="code"
          maxLength={12}
        />
      </Form>
    </>
  );
}

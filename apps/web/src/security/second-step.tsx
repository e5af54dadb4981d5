import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { execute } from '../api/execute.js';
import { useReadAgain } from '../api/viewer.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { returnPath } from '../public/sign-in-data.js';
import { Require } from '../shell/require.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Disclosure, Notice } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import { askPasskey, knowsPasskeys, PasskeyStopped } from './passkey.js';
import {
  hasFactor,
  ProveByCodeDocument,
  ProveByPasskeyDocument,
  type Security,
  useSecurity,
  useSecurityChanged,
} from './security-data.js';

/** The second step of a sign-in, before the pages that show the data of others; then back to where she was going. */
export default function SecondStepPage() {
  return (
    <Require>
      <MoreMessages area="web-security">
        <Page />
      </MoreMessages>
    </Require>
  );
}

function Page() {
  const query = useSecurity();
  return (
    <div className="wrap narrow stack">
      <QueryState query={query} titled>
        {(security) => <Step security={security} />}
      </QueryState>
    </div>
  );
}

function Step({ security }: { security: Security }) {
  const { t } = useText();
  const [search] = useSearchParams();
  const back = returnPath(search, '/moi');
  const again = search.has('nouvelle');
  const done = useDone(back);
  if (!hasFactor(security)) return <Navigate replace to={`/moi/securite?retour=${encodeURIComponent(back)}`} />;
  if (again ? security.fresh : security.strong) return <Navigate replace to={back} />;
  return (
    <>
      <PageTitle title={t('security.step.title')} />
      <p>{t(again ? 'security.step.fresh' : 'security.step.text')}</p>
      {security.passkeys.length > 0 && knowsPasskeys() && <ByPasskey onDone={done} />}
      <ByCode titled={security.passkeys.length > 0} onDone={done} />
      <Disclosure summary={t('security.step.lost')}>
        <p>{t('security.step.lostText')}</p>
      </Disclosure>
    </>
  );
}

/** Everything is read again: what was closed to this device a moment ago is now open. */
function useDone(back: string): () => Promise<void> {
  const { t } = useText();
  const navigate = useNavigate();
  const changed = useSecurityChanged();
  const readAgain = useReadAgain();
  return async () => {
    announce(t('security.step.done'));
    await readAgain();
    await changed();
    await navigate(back, { replace: true });
  };
}

function ByPasskey({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const prove = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setError(null);
    try {
      const { proveByPasskey: result } = await execute(ProveByPasskeyDocument, { response: await askPasskey() });
      if (result.__typename === 'SecondFactorRefused') setRefusal(result.message);
      else await onDone();
    } catch (caught) {
      if (caught instanceof PasskeyStopped) setRefusal(t('security.stopped'));
      else setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {refusal && <Notice tone="warn" title={refusal} role="alert" />}
      {error !== null && <Failure error={error} />}
      <div>
        <Button busy={busy} onClick={() => void prove()}>
          {t('security.step.passkey')}
        </Button>
      </div>
    </>
  );
}

function ByCode({ titled, onDone }: { titled: boolean; onDone: () => Promise<void> }) {
  const { t } = useText();
  const form = useForm({
    check: (data) => (textIn(data, 'code') ? {} : { code: t('security.step.codeFault') }),
    send: async (data) => {
      const { proveByCode: result } = await execute(ProveByCodeDocument, { code: textIn(data, 'code') });
      if (result.__typename === 'SecondFactorRefused') form.refuse({ code: result.message });
      else await onDone();
    },
  });
  return (
    <>
      {titled && <h2>{t('security.step.or')}</h2>}
      <Form form={form} label={t('security.step.code')} submit={t('security.step.confirm')}>
        <TextField
          name="code"
          label={t('security.step.code')}
          hint={t('security.step.codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          width="code"
          maxLength={20}
        />
      </Form>
    </>
  );
}

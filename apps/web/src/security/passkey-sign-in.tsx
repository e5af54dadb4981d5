import { useState } from 'react';
import { execute } from '../api/execute.js';
import { useReadAgain } from '../api/viewer.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/panels.js';
import { Failure } from '../ui/states.js';
import { askPasskey, knowsPasskeys, PasskeyStopped } from './passkey.js';
import { SignInWithPasskeyDocument } from './security-data.js';

/** Signing in without an address: by a passkey alone. Comes after the page, which works without it. */
export default function PasskeySignIn() {
  if (!knowsPasskeys()) return null;
  return (
    <MoreMessages area="web-security">
      <SignInButton />
    </MoreMessages>
  );
}

function SignInButton() {
  const { t } = useText();
  const readAgain = useReadAgain();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const signIn = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setError(null);
    try {
      const { signInWithPasskey: result } = await execute(SignInWithPasskeyDocument, { response: await askPasskey() });
      if (result.__typename === 'SignInRefused') setRefusal(result.message);
      else await readAgain();
    } catch (caught) {
      if (caught instanceof PasskeyStopped) setRefusal(t('security.stopped'));
      else setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      {refusal && <Notice tone="warn" title={refusal} role="alert" />}
      {error !== null && <Failure error={error} />}
      <div>
        <Button look="secondary" busy={busy} onClick={() => void signIn()}>
          {t('security.signin.passkey')}
        </Button>
      </div>
    </div>
  );
}

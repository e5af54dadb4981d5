import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useReadAgain, useViewer } from '../api/viewer.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { Icon } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';

const CardCamera = lazy(() => import('./card-camera.js'));

const SignInWithCardDocument = graphql(`
  mutation SignInWithCard($code: String!) {
    signInWithCard(code: $code) {
      __typename
      ... on CardRefused {
        message
      }
    }
  }
`);

/** Entering with the card that reception gives: typed, scanned, or come from its QR code with the code behind `#`. */
export default function CardPage() {
  return (
    <MoreMessages area="web-card">
      <div className="wrap narrow stack">
        <Entrance />
      </div>
    </MoreMessages>
  );
}

function Entrance() {
  const viewer = useViewer();
  return <QueryState query={viewer}>{(person) => (person ? <Navigate replace to="/moi" /> : <CardForm />)}</QueryState>;
}

/** The code in the address, taken out of it: the next user of this device finds no trace of it in the history. */
function useCodeOfAddress(): string {
  const [code] = useState(() => decodeURIComponent(location.hash.slice(1)));
  useEffect(() => {
    if (code) history.replaceState(history.state, '', location.pathname);
  }, [code]);
  return code;
}

function CardForm() {
  const { t } = useText();
  const readAgain = useReadAgain();
  const [search] = useSearchParams();
  const known = useCodeOfAddress();
  const [scanning, setScanning] = useState(false);
  const enter = async (code: string): Promise<void> => {
    const { signInWithCard: done } = await execute(SignInWithCardDocument, { code });
    if (done.__typename === 'CardRefused') form.refuse({ code: done.message });
    else await readAgain();
  };
  const form = useForm({
    check: (data) => (textIn(data, 'code') ? {} : { code: t('card.codeMissing') }),
    send: (data) => enter(textIn(data, 'code')),
  });
  return (
    <>
      <PageTitle title={t('card.title')} />
      {search.has('fin') && <Notice tone="good" role="status" title={t('card.ended')} />}
      <p className="lede">{t('card.lede')}</p>
      <Form form={form} label={t('card.title')} submit={t('card.submit')}>
        <TextField
          name="code"
          label={t('card.code')}
          hint={t('card.codeHint')}
          defaultValue={known}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          dir="ltr"
        />
      </Form>
      {scanning ? (
        <Suspense>
          <CardCamera onCode={(code) => void enter(code)} />
        </Suspense>
      ) : (
        <div>
          <Button look="secondary" onClick={() => setScanning(true)}>
            <Icon name="camera" size={22} />
            {t('card.camera')}
          </Button>
        </div>
      )}
      <Notice title={t('card.lost')}>
        <p>{t('card.lostText')}</p>
      </Notice>
    </>
  );
}

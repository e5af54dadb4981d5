import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { execute } from '../api/execute.js';
import { useReadAgain } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { Failure } from '../ui/states.js';
import { SignInWithLinkDocument } from './sign-in-data.js';

/** The page behind a one-time link. Opening it does nothing: programs that scan mails open links too. */
export default function SignInLinkPage() {
  const { t } = useText();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const readAgain = useReadAgain();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const signIn = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { signInWithLink: result } = await execute(SignInWithLinkDocument, { token });
      if (result.__typename === 'SignInRefused') {
        setRefusal(result.message);
      } else {
        await readAgain();
        await navigate('/moi', { replace: true });
      }
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="wrap narrow stack">
      <PageTitle title={t('web.signin.title')} />
      {error !== null && <Failure error={error} />}
      {refusal ? (
        <Notice tone="warn" title={refusal} role="alert">
          <ButtonLink small to="/connexion">
            {t('web.signin.byCode')}
          </ButtonLink>
        </Notice>
      ) : (
        <>
          <p>{t('web.signin.linkIntro')}</p>
          <div>
            <Button busy={busy} onClick={() => void signIn()}>
              {t('web.signin.title')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

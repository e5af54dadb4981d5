import { lazy, Suspense } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { QueryState } from '../ui/states.js';
import { Identify } from './identify.js';
import { returnPath } from './sign-in-data.js';

const PasskeySignIn = lazy(() => import('../security/passkey-sign-in.js'));

/** Signing in; also the way to the first registration, since both begin with proving an address. */
export default function SignInPage() {
  const { t } = useText();
  const viewer = useViewer();
  const [search] = useSearchParams();
  return (
    <div className="wrap narrow stack">
      <QueryState query={viewer}>
        {(person) =>
          person ? (
            <Navigate replace to={returnPath(search, '/moi')} />
          ) : (
            <Identify
              title={t('web.signin.title')}
              intro={<p>{t('web.signin.intro')}</p>}
              instead={
                <Suspense fallback={null}>
                  <PasskeySignIn />
                </Suspense>
              }
            />
          )
        }
      </QueryState>
    </div>
  );
}

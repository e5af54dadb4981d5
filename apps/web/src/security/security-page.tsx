import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n/text.js';
import { MoreMessages } from '../i18n/provider.js';
import { returnPath } from '../public/sign-in-data.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { PasskeysPart } from './passkeys.js';
import { CodesLeft, CodesToKeep } from './recovery-codes.js';
import { hasFactor, type Security, useSecurity, useSecurityChanged } from './security-data.js';
import { TotpPart } from './totp.js';
import '../styles/security.css';

/** How my account is protected beyond its address. */
export default function SecurityPage() {
  return (
    <MoreMessages area="web-security">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const query = useSecurity();
  return (
    <>
      <PageTitle title={t('security.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('security.lede')}</p>
      <QueryState query={query}>{(security) => <Parts security={security} />}</QueryState>
    </>
  );
}

function Parts({ security }: { security: Security }) {
  const changed = useSecurityChanged();
  const [codes, setCodes] = useState<string[]>([]);
  const { fresh, passkeys, totpSince, recoveryCodesLeft } = security;
  // The first factor is added on the strength of the address; any further change asks for a proof of just now.
  const open = fresh || !hasFactor(security);
  const onAdded = async (recoveryCodes: string[]): Promise<void> => {
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    await changed();
  };
  return (
    <>
      <State security={security} />
      {codes.length > 0 && <CodesToKeep codes={codes} onKept={() => setCodes([])} />}
      <PasskeysPart passkeys={passkeys} open={open} onAdded={onAdded} />
      <TotpPart since={totpSince} open={open} onAdded={onAdded} />
      {hasFactor(security) && codes.length === 0 && (
        <CodesLeft
          left={recoveryCodesLeft}
          open={open}
          onCodes={(made) => {
            setCodes(made);
            void changed();
          }}
        />
      )}
    </>
  );
}

/** Where she stands, and the way on: back to the page that sent her here, or to a new proof. */
function State({ security }: { security: Security }) {
  const { t } = useText();
  const [search] = useSearchParams();
  const back = returnPath(search, '');
  if (!hasFactor(security))
    return security.required ? (
      <Notice tone="warn" title={t('security.required.title')}>
        <p>{t('security.required.text')}</p>
      </Notice>
    ) : (
      <Notice title={t('security.state.off')} />
    );
  return (
    <Notice tone="good" title={t('security.state.on')}>
      {security.strong && back && (
        <ButtonLink small to={back}>
          {t('security.continue')}
        </ButtonLink>
      )}
      {!security.fresh && (
        <>
          <p>{t('security.step.fresh')}</p>
          <ButtonLink small look="secondary" to="/connexion/seconde-etape?retour=/moi/securite&nouvelle">
            {t('security.step.title')}
          </ButtonLink>
        </>
      )}
    </Notice>
  );
}

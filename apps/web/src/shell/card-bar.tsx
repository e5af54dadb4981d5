import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../ui/button.js';

const SignOutDocument = graphql(`
  mutation EndCard {
    signOut
  }
`);

/** Somebody who walks away leaves her space open for this long, and is warned for the last minute of it. */
const IDLE_MS = 5 * 60_000;
const WARNING_MS = 60_000;

/** While somebody is in with a card, often on a device that others use next: how to leave, always in sight. */
export default function CardBar() {
  return (
    <MoreMessages area="web-card">
      <Bar />
    </MoreMessages>
  );
}

function Bar() {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const { end, busy } = useEnd();
  const { warned, stay } = useIdle(() => void end());
  return (
    <div className={warned ? 'card-bar warned no-print' : 'card-bar no-print'}>
      <div className="wrap row apart">
        <p role={warned ? 'alert' : undefined}>
          {t(warned ? 'card.idle' : 'card.bar')}{' '}
          {!warned && !viewer?.email && <Link to="/moi/adresse">{t('card.address')}</Link>}
        </p>
        <div className="row">
          {warned && (
            <Button small onClick={stay}>
              {t('card.stay')}
            </Button>
          )}
          <Button small look="secondary" busy={busy} onClick={() => void end()}>
            {t('card.end')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Signs out and loads the entrance anew: nothing that was read stays in the memory of a device that others use next. */
function useEnd(): { end: () => Promise<void>; busy: boolean } {
  const [busy, setBusy] = useState(false);
  const end = async (): Promise<void> => {
    setBusy(true);
    try {
      await execute(SignOutDocument);
    } finally {
      sessionStorage.clear();
      location.replace('/carte?fin=1');
    }
  };
  return { end, busy };
}

/** Watches for somebody at the device; `ended` is called when nobody was for a while. */
function useIdle(ended: () => void): { warned: boolean; stay: () => void } {
  const [seenAt, setSeenAt] = useState(() => Date.now());
  const [warned, setWarned] = useState(false);
  const onEnded = useEffectEvent(ended);
  useEffect(() => {
    const warning = setTimeout(() => setWarned(true), IDLE_MS - WARNING_MS);
    const ending = setTimeout(() => onEnded(), IDLE_MS);
    return () => {
      clearTimeout(warning);
      clearTimeout(ending);
    };
  }, [seenAt]);
  useEffect(() => {
    // Once warned, only the answer to the question counts: a cat on the keyboard does not keep a space open.
    const seen = (): void => setSeenAt(Date.now());
    const signs = ['pointerdown', 'keydown', 'touchstart'] as const;
    if (!warned) for (const sign of signs) document.addEventListener(sign, seen, { passive: true });
    return () => signs.forEach((sign) => document.removeEventListener(sign, seen));
  }, [warned]);
  const stay = (): void => {
    setWarned(false);
    setSeenAt(Date.now());
  };
  return { warned, stay };
}

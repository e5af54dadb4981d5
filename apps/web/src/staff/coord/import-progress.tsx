import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { Button } from '../../ui/index.js';
import type { Details } from './imports-data.js';

/** What the platform is doing with a file, how far it has come, and the way to stop it. */
export function ImportProgress({ details, stop }: { details: Details; stop: () => Promise<void> }) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const { status, done, sound, stopAsked } = details.file;
  const applying = status === 'applying';
  const words = applying
    ? t('staff.import.applying', { done, total: sound })
    : status === 'undoing'
      ? t('staff.import.undoing')
      : t('staff.import.reading', { done });
  return (
    <div className="card stack">
      <label className="stack tight">
        <span>{words}</span>
        <progress className="progress" max={Math.max(1, sound)} value={applying ? done : undefined} />
      </label>
      <p className="muted">{t('staff.import.leave')}</p>
      {details.steps.includes('stop') && (
        <div className="row">
          <Button
            look="secondary"
            busy={busy || stopAsked}
            onClick={() => {
              setBusy(true);
              void stop().finally(() => setBusy(false));
            }}
          >
            {t(stopAsked ? 'staff.import.stopping' : 'staff.import.stop')}
          </Button>
        </div>
      )}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.js';
import { Button } from '../../ui/index.js';

/** One thing that differs between what I typed and what somebody else saved meanwhile. */
export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

interface ConflictPanelProps {
  differences: Difference[];
  busy: boolean;
  /** Saves mine over theirs, knowing both. */
  keepMine: () => void;
  /** Takes theirs and forgets what I typed. */
  takeTheirs: () => void;
}

/** Two people changed the same thing: shows both and lets one choose. Nothing is overwritten before. */
export function ConflictPanel({ differences, busy, keepMine, takeTheirs }: ConflictPanelProps) {
  const { t } = useText();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div ref={panel} className="error-summary stack" tabIndex={-1} role="group" aria-label={t('staff.conflict.title')}>
      <h2>{t('staff.conflict.title')}</h2>
      <p>{t(differences.length > 0 ? 'staff.conflict.text' : 'staff.conflict.same')}</p>
      {differences.length > 0 && (
        <table className="table">
          <caption className="visually-hidden">{t('staff.conflict.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('staff.conflict.field')}</th>
              <th scope="col">{t('staff.conflict.mine')}</th>
              <th scope="col">{t('staff.conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label={t('staff.conflict.mine')}>{mine || t('staff.value.none')}</td>
                <td data-label={t('staff.conflict.theirs')}>{theirs || t('staff.value.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <Button busy={busy} onClick={keepMine}>
          {t('staff.conflict.keepMine')}
        </Button>
        <Button look="secondary" onClick={takeTheirs}>
          {t('staff.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}

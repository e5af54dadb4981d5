import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, DataTable } from '../../ui/index.js';

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
        <DataTable
          caption={t('staff.conflict.title')}
          captionHidden
          rows={differences}
          rowKey={({ label }) => label}
          columns={[
            { title: t('staff.conflict.field'), cell: ({ label }) => label },
            { title: t('staff.conflict.mine'), cell: ({ mine }) => mine || t('staff.value.none') },
            { title: t('staff.conflict.theirs'), cell: ({ theirs }) => theirs || t('staff.value.none') },
          ]}
        />
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

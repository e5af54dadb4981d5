import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../i18n/text.js';
import { Button } from './button.js';
import { Failure } from './states.js';

interface ConfirmProps {
  /** The button that opens the question. */
  label: string;
  look?: 'secondary' | 'quiet' | 'danger';
  small?: boolean;
  title: string;
  children: ReactNode;
  /** The button that does it, as a verb: `Annuler ma réservation`. */
  confirm: string;
  /** Runs once per press; the dialog closes when it ends well and shows the fault otherwise. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before something that cannot be taken back. The browser's own dialog keeps the focus inside and gives it back. */
export function ConfirmButton({ label, look = 'danger', small, title, children, confirm, onConfirm }: ConfirmProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirmed = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  // What was confirmed may take this button away: the focus then goes to the heading rather than nowhere.
  useLayoutEffect(
    () => () => {
      if (confirmed.current) document.querySelector<HTMLElement>('main h1')?.focus();
    },
    [],
  );

  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    confirmed.current = false;
    try {
      await onConfirm();
      confirmed.current = true;
      dialog.current?.close();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button look={look} small={small} onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog ref={dialog} className="dialog" aria-label={title}>
        <div className="stack">
          <h2>{title}</h2>
          {error !== null && <Failure error={error} />}
          {children}
          <div className="row">
            <Button look="danger" busy={busy} onClick={() => void run()}>
              {confirm}
            </Button>
            <Button look="secondary" onClick={() => dialog.current?.close()}>
              {t('web.action.keep')}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}

import type { ReactNode } from 'react';
import { ApiError } from '../api/errors.js';
import { useText } from '../i18n/text.js';
import { Button } from './button.js';
import { Notice } from './panels.js';
import { Failure } from './states.js';
import { FormContext, type FormState } from './use-form.js';

/** What somebody may do when what she edits was changed elsewhere meanwhile. */
export interface ConflictChoice {
  /** Makes ready to save over the other change; the form is then sent again as it stands. */
  keepMine: () => Promise<void>;
  /** Reads the other change; what was typed is given up. */
  takeOther: () => void;
}

interface FormProps {
  form: FormState;
  /** Names the form for people who jump from form to form. */
  label: string;
  submit: string;
  /** Buttons beside the submit button. */
  more?: ReactNode;
  /** What to do about a lost answer: usually reading the data again. */
  retry?: () => void;
  conflict?: ConflictChoice;
  children: ReactNode;
}

/** A form with its error summary, its fields, and its submit button last. */
export function Form({ form, label, submit, more, retry, conflict, children }: FormProps) {
  return (
    <FormContext value={form}>
      <form className="form" noValidate aria-label={label} onSubmit={form.submit}>
        <ErrorSummary id={form.id} faults={form.faults} summary={form.summary} />
        {form.error !== null && <FormFailure error={form.error} retry={retry} conflict={conflict} />}
        {children}
        <div className="form-actions">
          <Button type="submit" busy={form.busy}>
            {submit}
          </Button>
          {more}
        </div>
      </form>
    </FormContext>
  );
}

function FormFailure({ error, retry, conflict }: { error: unknown } & Pick<FormProps, 'retry' | 'conflict'>) {
  const { t } = useText();
  if (!conflict || !(error instanceof ApiError) || error.code !== 'CONFLICT') {
    return <Failure error={error} retry={retry} />;
  }
  const keepMine = async (form: HTMLFormElement | null): Promise<void> => {
    await conflict.keepMine();
    form?.requestSubmit();
  };
  return (
    <Notice tone="warn" title={t('web.error.conflict.title')} role="alert">
      <p>{t('web.error.conflict.text')}</p>
      <div className="row">
        <Button small onClick={(event) => void keepMine(event.currentTarget.form)}>
          {t('web.error.conflict.mine')}
        </Button>
        <Button small look="secondary" onClick={conflict.takeOther}>
          {t('web.error.conflict.other')}
        </Button>
      </div>
    </Notice>
  );
}

function ErrorSummary({ id, faults: found, summary }: Pick<FormState, 'id' | 'faults' | 'summary'>) {
  const { t } = useText();
  const faults = Object.entries(found);
  if (faults.length === 0) return null;
  const titleId = `${id}summary`;
  return (
    <div ref={summary} className="error-summary stack tight" tabIndex={-1} role="group" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('web.form.summary', { count: faults.length })}</h2>
      <ul>
        {faults.map(([name, message]) => (
          <li key={name}>
            <a
              href={`#${id}${name}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(`${id}${name}`)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

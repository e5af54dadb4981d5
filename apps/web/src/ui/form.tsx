import type { ReactNode } from 'react';
import { useText } from '../i18n/text.js';
import { Button } from './button.js';
import { Failure } from './states.js';
import { FormContext, type FormState } from './use-form.js';

interface FormProps {
  form: FormState;
  /** Names the form for people who jump from form to form. */
  label: string;
  submit: string;
  /** Buttons beside the submit button. */
  more?: ReactNode;
  /** What to do about a conflict or a lost answer: usually reading the data again. */
  retry?: () => void;
  children: ReactNode;
}

/** A form with its error summary, its fields, and its submit button last. */
export function Form({ form, label, submit, more, retry, children }: FormProps) {
  return (
    <FormContext value={form}>
      <form className="form" noValidate aria-label={label} onSubmit={form.submit}>
        <ErrorSummary id={form.id} faults={form.faults} summary={form.summary} />
        {form.error !== null && <Failure error={form.error} retry={retry} />}
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

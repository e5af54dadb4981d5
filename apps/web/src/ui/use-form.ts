import { createContext, useContext, useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { ApiError } from '../api/errors.js';
import { useText } from '../i18n/text.js';

/** Messages by the `name` of the field that they are about. */
export type Faults = Record<string, string>;

export interface FormOptions {
  /** Finds what is missing or wrong before anything is sent; runs on submit only, never while typing. */
  check?: (data: FormData) => Record<string, string | undefined>;
  /** Sends. May throw `ApiError`: faults of known fields land on them, anything else above the form. */
  send: (data: FormData) => Promise<void>;
}

export interface FormState {
  id: string;
  faults: Faults;
  error: unknown;
  busy: boolean;
  summary: RefObject<HTMLDivElement | null>;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  refuse: (faults: Faults) => void;
}

/** Only the fields that have a fault. */
function present(found: Record<string, string | undefined>): Faults {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Faults that the server found, by the last part of their path (`input.givenName` is the field `givenName`). */
function faultsOf(error: unknown): Faults {
  if (!(error instanceof ApiError) || error.code !== 'BAD_USER_INPUT') return {};
  return Object.fromEntries(error.fields.map(({ path, message }) => [path.split('.').at(-1) ?? path, message]));
}

/** The life of a form: check on submit, keep what was typed, show every fault at once with the focus on their list. */
export function useForm({ check, send }: FormOptions): FormState {
  const { t } = useText();
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const count = Object.keys(faults).length;

  useEffect(() => {
    if (count === 0) return;
    summary.current?.focus();
    const { title } = document;
    document.title = `${t('web.form.titlePrefix')}${title}`;
    return () => {
      document.title = title;
    };
    // A new list of faults is a new object: each failed attempt moves the focus again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [faults]);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const found = present(check?.(data) ?? {});
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    send(data)
      .catch((caught: unknown) => {
        const refused = faultsOf(caught);
        if (Object.keys(refused).length > 0) setFaults(refused);
        else setError(caught);
      })
      .finally(() => setBusy(false));
  };
  return { id, faults, error, busy, summary, submit, refuse: setFaults };
}

export const FormContext = createContext<FormState | null>(null);

/** The ids and the fault of one field of the surrounding form. */
export function useField(name: string): { id: string; hintId: string; faultId: string; fault: string | undefined } {
  const form = useContext(FormContext);
  const own = useId();
  const id = `${form?.id ?? own}${name}`;
  return { id, hintId: `${id}-hint`, faultId: `${id}-fault`, fault: form?.faults[name] };
}

/** The trimmed text of a field, empty when it is absent. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

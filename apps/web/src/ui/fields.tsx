import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useText } from '../i18n/text.js';
import { useField } from './use-form.js';

interface FieldProps {
  name: string;
  label: string;
  /** Why we ask, or the expected form of the answer. */
  hint?: ReactNode;
  /** Required is the rule; what may stay empty says so in its label. */
  optional?: boolean;
}

function describedBy(field: Field, hint: ReactNode): string | undefined {
  const ids = [hint ? field.hintId : null, field.fault ? field.faultId : null].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Optional() {
  const { t } = useText();
  return <span className="optional"> {t('web.form.optional')}</span>;
}

type Field = ReturnType<typeof useField>;

function Wrap({
  field,
  label,
  hint,
  optional,
  children,
}: Omit<FieldProps, 'name'> & { field: Field; children: ReactNode }) {
  return (
    <div className={field.fault ? 'field faulty' : 'field'}>
      <label className="label" htmlFor={field.id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <p className="hint" id={field.hintId}>
          {hint}
        </p>
      )}
      <FaultText id={field.faultId} fault={field.fault} />
      {children}
    </div>
  );
}

function FaultText({ id, fault }: { id: string; fault: string | undefined }) {
  return fault ? (
    <p className="fault" id={id}>
      {fault}
    </p>
  ) : null;
}

/** The attributes that tie a control to its label, hint and fault. */
function controlOf(field: Field, { name, hint, optional }: Omit<FieldProps, 'label'>) {
  return {
    id: field.id,
    name,
    'aria-describedby': describedBy(field, hint),
    'aria-invalid': field.fault ? true : undefined,
    'aria-required': optional ? undefined : true,
  } as const;
}

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'> & { size?: never; width?: 'short' | 'code' };

/** One line of text: also mail addresses, numbers, dates (`type`). */
export function TextField({ name, label, hint, optional, width, ...rest }: TextFieldProps) {
  const field = useField(name);
  const control = controlOf(field, { name, hint, optional });
  return (
    <Wrap {...{ field, label, hint, optional }}>
      <input type="text" {...rest} {...control} className={width ? `input ${width}` : 'input'} />
    </Wrap>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>) {
  const { name, label, hint, optional, ...rest } = props;
  const field = useField(name);
  const control = controlOf(field, { name, hint, optional });
  return (
    <Wrap {...{ field, label, hint, optional }}>
      <textarea {...rest} {...control} className="input" />
    </Wrap>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
}

/** One of many, with the browser's own list. */
export function SelectField(
  props: FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'> & { choices: Choice[] },
) {
  const { name, label, hint, optional, choices, ...rest } = props;
  const field = useField(name);
  const control = controlOf(field, { name, hint, optional });
  return (
    <Wrap {...{ field, label, hint, optional }}>
      <select {...rest} {...control} className="input">
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Wrap>
  );
}

/** A single yes, such as a consent. `children` may hold what the yes is about. */
export function CheckboxField(
  props: Omit<FieldProps, 'label'> &
    Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'type'> & { label: ReactNode },
) {
  const { name, label, hint, optional = true, children, ...rest } = props;
  const field = useField(name);
  const control = controlOf(field, { name, hint, optional });
  return (
    <div className={field.fault ? 'field faulty' : 'field'}>
      <FaultText id={field.faultId} fault={field.fault} />
      <label className="choice">
        <input value="yes" {...rest} {...control} type="checkbox" />
        <span className="choice-text">{label}</span>
      </label>
      {hint && (
        <p className="hint" id={field.hintId}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

type ChoiceGroupProps = FieldProps & {
  kind: 'radio' | 'checkbox';
  choices: Choice[];
  chosen?: readonly string[];
};

/** Several radio buttons or checkboxes under one question. */
export function ChoiceGroup({ name, label, hint, optional, kind, choices, chosen = [] }: ChoiceGroupProps) {
  const field = useField(name);
  return (
    <fieldset
      className={field.fault ? 'field faulty' : 'field'}
      aria-describedby={describedBy(field, hint)}
      role={kind === 'radio' ? 'radiogroup' : undefined}
    >
      <legend className="label">
        {label}
        {optional && <Optional />}
      </legend>
      {hint && (
        <p className="hint" id={field.hintId}>
          {hint}
        </p>
      )}
      <FaultText id={field.faultId} fault={field.fault} />
      {choices.map((choice, at) => (
        <label className="choice" key={choice.value}>
          <input
            // The error summary leads to the first choice.
            id={at === 0 ? field.id : undefined}
            type={kind}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />
          <span className="choice-text">
            {choice.label}
            {choice.hint && <span className="hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { useRef, useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, CheckboxField, ChoiceGroup, Form, SelectField, TextField, textIn, useForm } from '../../ui/index.js';
import { KINDS, SHAPES, type Condition } from './filter-model.js';
import type { ConditionKind } from './people-data.js';
import type { useConditionWords } from './use-condition-words.js';

interface DialogProps {
  /** What stands on the button. */
  label: string;
  /** What the button does, for those who hear it out of its sentence. */
  name: string;
  className?: string;
  words: ReturnType<typeof useConditionWords>;
  /** The part to change; without one, a new part. */
  condition?: Condition;
  apply: (condition: Condition) => void;
}

/** A part of the sentence as a button that opens its choice. Each opening starts from the part as it is. */
export function ConditionButton({ label, name, className, ...rest }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [turn, setTurn] = useState(0);
  const open = (): void => {
    setTurn((before) => before + 1);
    dialog.current?.showModal();
  };
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" className={className} aria-label={name} aria-haspopup="dialog" onClick={open}>
        {label}
      </button>
      <dialog ref={dialog} className="dialog" aria-label={name}>
        {turn > 0 && <Editor key={turn} title={name} close={close} {...rest} />}
      </dialog>
    </>
  );
}

type EditorProps = Omit<DialogProps, 'label' | 'name' | 'className'> & { title: string; close: () => void };

function Editor({ title, words, condition, apply, close }: EditorProps) {
  const { t } = useText();
  const [kind, setKind] = useState<ConditionKind>(condition?.kind ?? 'arrondissement');
  const form = useForm({
    check: (data) => faultsOf(kind, data, t),
    send: (data) => {
      apply(conditionIn(kind, data));
      close();
      return Promise.resolve();
    },
  });
  return (
    <div className="stack">
      <h2>{title}</h2>
      <Form
        form={form}
        label={title}
        submit={t('people.apply')}
        more={
          <Button look="secondary" onClick={close}>
            {t('web.action.keep')}
          </Button>
        }
      >
        {!condition && (
          <SelectField
            name="kind"
            label={t('people.kindLabel')}
            value={kind}
            choices={KINDS.map((value) => ({ value, label: words.label(value) }))}
            onChange={({ currentTarget }) => setKind(currentTarget.value as ConditionKind)}
          />
        )}
        <Values key={kind} kind={kind} words={words} condition={condition} />
        <Days kind={kind} condition={condition} />
        <CheckboxField name="negated" label={t('people.negate')} defaultChecked={condition?.negated ?? false} />
      </Form>
    </div>
  );
}

function Values({ kind, words, condition }: Pick<EditorProps, 'words' | 'condition'> & { kind: ConditionKind }) {
  const { t } = useText();
  const { values } = SHAPES[kind];
  if (values === 'none') return null;
  if (values === 'many') {
    const choices = words.choicesOf(kind);
    if (choices.length === 0) return <p>{t('people.noChoice')}</p>;
    return (
      <div className="condition-choices">
        <ChoiceGroup
          name="values"
          label={words.label(kind)}
          hint={t('people.values')}
          kind="checkbox"
          choices={choices}
          chosen={condition?.values ?? []}
        />
      </div>
    );
  }
  return (
    <TextField
      name="values"
      label={words.label(kind)}
      type={values === 'number' ? 'number' : 'text'}
      {...(values === 'number' ? { min: 1, max: 99, width: 'short' as const } : { maxLength: 80 })}
      defaultValue={condition?.values[0] ?? (values === 'number' ? '2' : '')}
      autoComplete="off"
    />
  );
}

function Days({ kind, condition }: { kind: ConditionKind; condition: Condition | undefined }): ReactNode {
  const { t } = useText();
  const { days } = SHAPES[kind];
  if (days === 'none') return null;
  return (
    <div className="row">
      <TextField name="since" type="date" optional label={t('people.since')} defaultValue={condition?.since ?? ''} />
      {days === 'period' && (
        <TextField name="until" type="date" optional label={t('people.until')} defaultValue={condition?.until ?? ''} />
      )}
    </div>
  );
}

function conditionIn(kind: ConditionKind, data: FormData): Condition {
  return {
    kind,
    negated: textIn(data, 'negated') !== '',
    values: data
      .getAll('values')
      .map((value) => String(value).trim())
      .filter(Boolean),
    since: textIn(data, 'since') || null,
    until: textIn(data, 'until') || null,
  };
}

function faultsOf(
  kind: ConditionKind,
  data: FormData,
  t: ReturnType<typeof useText>['t'],
): Record<string, string | undefined> {
  const { values, since, until } = conditionIn(kind, data);
  const shape = SHAPES[kind];
  const nothing = shape.values !== 'none' && values.length === 0;
  const wrongNumber = shape.values === 'number' && !/^[1-9][0-9]?$/.test(values[0] ?? '');
  return {
    values: nothing || wrongNumber ? t('people.valuesMissing') : undefined,
    since: shape.days === 'period' && !since && !until ? t('people.daysMissing') : undefined,
    until: since && until && until < since ? t('people.daysWrong') : undefined,
  };
}

import { useId } from 'react';
import { useText } from '../../../i18n/text.js';
import { Empty, Notice, Section } from '../../../ui/index.js';
import { fieldNames, type Choices, type Field, type Preview } from './merge-data.js';

interface MergeViewProps {
  preview: Preview;
  choices: Choices;
  onChoose: (choices: Choices) => void;
}

/** What making one of two profiles would do: values to choose from, what moves, what clashes and how it is settled. */
export function MergeView({ preview, choices, onChoose }: MergeViewProps) {
  const { t } = useText();
  const { fields, moves, clashes, refusal } = preview;
  return (
    <>
      {refusal && <Notice tone="bad" title={refusal} role="alert" />}
      <Section title={t('merges.compare.fields')}>
        {fields.length === 0 && <Empty title={t('merges.compare.noFields')} />}
        {fields.map((field) => (
          <FieldChoice
            key={field.field}
            field={field}
            takesGone={choices[field.field] ?? field.takesGone}
            onChoose={(takesGone) => onChoose({ ...choices, [field.field]: takesGone })}
          />
        ))}
      </Section>
      <Section title={t('merges.compare.moves')}>
        {moves.length === 0 ? (
          <p>{t('merges.compare.noMoves')}</p>
        ) : (
          <ul>
            {moves.map(({ title, count }) => (
              <li key={title}>
                {title} : {count}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {clashes.length > 0 && (
        <Section title={t('merges.compare.clashes')}>
          <ul>
            {clashes.map((clash) => (
              <li key={clash}>{clash}</li>
            ))}
          </ul>
        </Section>
      )}
      <Notice tone="warn" title={t('merges.compare.final')}>
        <p>{t('merges.compare.finalText')}</p>
      </Notice>
    </>
  );
}

interface FieldChoiceProps {
  field: Field;
  takesGone: boolean;
  onChoose: (takesGone: boolean) => void;
}

function FieldChoice({ field, takesGone, onChoose }: FieldChoiceProps) {
  const { t } = useText();
  const name = useId();
  const options = [
    { value: field.kept, gone: false, whose: t('merges.compare.kept') },
    { value: field.gone, gone: true, whose: t('merges.compare.gone') },
  ];
  return (
    <fieldset className="field merge-field">
      <legend className="label">{t(fieldNames[field.field])}</legend>
      <div className="merge-options">
        {options.map(({ value, gone, whose }) => (
          <label className="choice" key={whose}>
            <input type="radio" name={name} checked={takesGone === gone} onChange={() => onChoose(gone)} />
            <span className="choice-text">
              {value ?? t('merges.compare.nothing')}
              <span className="hint">{whose}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

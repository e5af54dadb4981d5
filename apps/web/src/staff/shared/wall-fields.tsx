import { useText } from '../../i18n/text.js';
import { TextField } from '../../ui/index.js';
import { wallOf } from './paris-wall.js';

interface WallFieldsProps {
  /** Names of the two fields are `<name>-day` and `<name>-time`. */
  name: string;
  legend: string;
  hint?: string;
  optional?: boolean;
  /** ISO instant to begin with. */
  instant?: string | null;
}

/** A day and an hour in Paris, typed or picked with the browser's own controls. */
export function WallFields({ name, legend, hint, optional, instant }: WallFieldsProps) {
  const { t } = useText();
  const begin = instant ? wallOf(instant) : null;
  return (
    <fieldset className="field">
      <legend className="label">
        {legend}
        {optional && <span className="optional"> {t('web.form.optional')}</span>}
      </legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="wall-fields">
        <TextField name={`${name}-day`} type="date" label={t('staff.field.day')} defaultValue={begin?.day} />
        <TextField name={`${name}-time`} type="time" label={t('staff.field.time')} defaultValue={begin?.time} />
      </div>
    </fieldset>
  );
}

import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { announce, Button, Icon, TextField } from '../../ui/index.js';
import { addDays, wallOf } from '../shared/paris-wall.js';

const MOST_DATES = 20;

interface Row {
  key: number;
  day: string;
  from: string;
  until: string;
}

/** The dates of a session, one row each: a day, a start and an end. A new one is a week after the last. */
export function SessionDates({ dates }: { dates: readonly { startsAt: string; endsAt: string }[] }) {
  const { t } = useText();
  const [rows, setRows] = useState<Row[]>(() =>
    dates.map(({ startsAt, endsAt }, key) => {
      const { day, time } = wallOf(startsAt);
      return { key, day, from: time, until: wallOf(endsAt).time };
    }),
  );
  const add = (): void => {
    const last = rows.at(-1);
    if (!last || rows.length >= MOST_DATES) return;
    const key = Math.max(...rows.map((row) => row.key)) + 1;
    setRows([...rows, { ...last, key, day: addDays(last.day, 7) }]);
    announce(t('staff.session.dateAdded', { number: rows.length + 1 }));
  };
  const remove = (key: number): void => {
    setRows(rows.filter((row) => row.key !== key));
    announce(t('staff.session.dateRemoved'));
  };
  return (
    <div className="stack">
      {rows.map(({ key, day, from, until }, at) => (
        <fieldset key={key} className="field">
          <legend className="label">
            {t(rows.length === 1 ? 'staff.session.date' : 'staff.session.dateNumber', { number: at + 1 })}
          </legend>
          <div className="wall-fields">
            <TextField name={`date-${key}-day`} type="date" label={t('staff.field.day')} defaultValue={day} />
            <TextField name={`date-${key}-time`} type="time" label={t('staff.field.from')} defaultValue={from} />
            <TextField name={`date-${key}-until`} type="time" label={t('staff.field.until')} defaultValue={until} />
            {rows.length > 1 && (
              <Button small look="quiet" onClick={() => remove(key)}>
                {t('staff.session.removeDate')}
                <span className="visually-hidden"> {at + 1}</span>
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      {rows.length < MOST_DATES && (
        <div>
          <Button small look="secondary" onClick={add}>
            <Icon name="plus" size={20} />
            {t('staff.session.addDate')}
          </Button>
        </div>
      )}
    </div>
  );
}

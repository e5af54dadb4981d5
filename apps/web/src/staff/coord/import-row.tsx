import { useId, useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, Disclosure, Icon } from '../../ui/index.js';
import type { Cell, Row, RowChoice } from './imports-data.js';

interface RowProps {
  row: Row;
  fix: (row: Row, cell: Cell, value: string, everywhere: boolean) => Promise<void>;
  decide: (row: Row, choice: RowChoice | null) => Promise<void>;
}

/** One row: its wrong values to be written anew, all the others a press away. */
export function FaultyRow({ row, fix, decide }: RowProps) {
  const { t } = useText();
  const { line, state } = row;
  const [busy, setBusy] = useState(false);
  const wrong = row.cells.filter(({ message }) => message !== null);
  const others = row.cells.filter(({ message }) => message === null);
  const out = state === 'left_out';
  const choose = (choice: RowChoice | null): void => {
    setBusy(true);
    void decide(row, choice).finally(() => setBusy(false));
  };
  return (
    <li className={state === 'faulty' ? 'fault-row' : 'fault-row settled'}>
      <div className="fault-row-head">
        <h3>{rowTitle(row, t)}</h3>
        {state !== 'faulty' && (
          <p className="fault-row-state">
            <Icon name="check" size={20} />
            {t(out ? 'staff.import.nowOut' : state === 'doubt' ? 'staff.import.nowDoubt' : 'staff.import.nowSound', {
              line,
            })}
          </p>
        )}
        {(state === 'faulty' || out) && (
          <Button small look="quiet" busy={busy} onClick={() => choose(out ? null : 'leave_out')}>
            {t(out ? 'staff.import.takeBack' : 'staff.import.leaveOutRow')}
          </Button>
        )}
      </div>
      {wrong.map((cell) => (
        <CellForm key={`${cell.column}/${cell.code}/${cell.value}`} row={row} cell={cell} fix={fix} />
      ))}
      {state === 'faulty' && others.length > 0 && (
        <Disclosure summary={t('staff.import.wholeRow')}>
          {others.map((cell) => (
            <CellForm key={`${cell.column}/${cell.value}`} row={row} cell={cell} fix={fix} />
          ))}
        </Disclosure>
      )}
    </li>
  );
}

/** The line, and the first words of the row that are not at fault: so one finds it again in the file. */
export function rowTitle({ line, cells }: Row, t: ReturnType<typeof useText>['t']): string {
  const who = cells
    .slice(0, 3)
    .filter(({ message, value }) => message === null && value.trim() !== '')
    .map(({ value }) => value.trim())
    .join(' ')
    .slice(0, 80);
  return who ? t('staff.import.lineOf', { line, who }) : t('staff.import.lineTitle', { line });
}

function CellForm({ row, cell, fix }: Omit<RowProps, 'decide'> & { cell: Cell }) {
  const { t } = useText();
  const id = useId();
  const [value, setValue] = useState(cell.value);
  const [busy, setBusy] = useState(false);
  const header = cell.header || t('staff.import.columnNumber', { column: cell.column });
  const send = (everywhere: boolean): void => {
    if (busy) return;
    setBusy(true);
    void fix(row, cell, value, everywhere).finally(() => setBusy(false));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(false);
  };
  return (
    <form className={cell.message === null ? 'cell-form' : 'cell-form faulty'} onSubmit={submit}>
      <label className="label" htmlFor={id}>
        {header}
      </label>
      {cell.message !== null && (
        <p className="fault" id={`${id}fault`}>
          {cell.message}
        </p>
      )}
      <div className="cell-form-line">
        <input
          id={id}
          className="input"
          value={value}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={cell.message !== null || undefined}
          aria-describedby={cell.message === null ? undefined : `${id}fault`}
          data-fault={cell.message === null ? undefined : `${row.line}/${cell.column}`}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
        <Button small type="submit" look="secondary" busy={busy}>
          {t('staff.import.correct')}
        </Button>
        {cell.message !== null && cell.value.trim() !== '' && (
          <Button
            small
            look="quiet"
            busy={busy}
            aria-label={t('staff.import.correctAllLabel', { header, value: cell.value })}
            onClick={() => send(true)}
          >
            {t('staff.import.correctAll')}
          </Button>
        )}
      </div>
    </form>
  );
}

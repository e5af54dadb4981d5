import fc from 'fast-check';
import { csvLine } from './import-csv-writing.rules.js';
import { CsvCutter } from './import-csv.rules.js';
import { amended, joinedCells, splitCells } from './import-fixes.rules.js';
import {
  choicesFor,
  IMPORT_STATUSES,
  IMPORT_STEPS,
  mayStep,
  ROW_CHOICES,
  type RowFacts,
  rowState,
} from './import-state.rules.js';

const now = new Date('2026-11-22T12:00:00Z');
const status = fc.constantFrom(...IMPORT_STATUSES);
const rows: fc.Arbitrary<RowFacts> = fc.record({
  faults: fc.nat(2),
  match: fc.constantFrom('none', 'other-address', 'same-address'),
  homonym: fc.boolean(),
  choice: fc.option(fc.constantFrom(...ROW_CHOICES)),
});

describe('what can be asked of an import', () => {
  it.each([
    ['ready', false, ['map', 'fix', 'apply', 'discard']],
    ['applying', true, ['stop']],
    ['stopped', true, ['apply', 'undo']],
    ['stopped', false, ['map', 'discard']],
    ['applied', true, ['undo']],
    ['undone', true, []],
    ['failed', false, ['map', 'discard']],
  ] as const)('%s, begun: %s', (state, hasBegun, steps) => {
    const undoUntil = hasBegun ? new Date(now.getTime() + 1) : null;
    expect(IMPORT_STEPS.filter((step) => mayStep(step, { status: state, undoUntil, hasBegun }, now))).toEqual(steps);
  });

  it('never undoes after its time, and never forgets what has begun', () => {
    fc.assert(
      fc.property(status, fc.integer({ min: -10, max: 10 }), (state, hours) => {
        const undoUntil = new Date(now.getTime() + hours * 3_600_000);
        const facts = { status: state, undoUntil, hasBegun: true };
        if (mayStep('undo', facts, now)) expect(hours).toBeGreaterThan(0);
        if (state === 'applied' || state === 'stopped') expect(mayStep('discard', facts, now)).toBe(false);
      }),
    );
  });
});

describe('the state of a row', () => {
  it('is sound only without faults, and beside somebody known only by a decision', () => {
    fc.assert(
      fc.property(rows, (row) => {
        if (rowState(row) !== 'sound') return;
        expect(row.faults).toBe(0);
        if (row.match === 'same-address') expect(row.choice).toBe('update');
        if (row.match === 'other-address') expect(row.homonym || row.choice !== null).toBe(true);
      }),
    );
  });

  it('leaves no doubt after a choice that is offered', () => {
    fc.assert(
      fc.property(rows, (row) => {
        for (const choice of choicesFor(row.match)) expect(rowState({ ...row, choice, faults: 0 })).not.toBe('doubt');
        expect(rowState({ ...row, choice: 'leave-out' })).toBe('left_out');
      }),
    );
  });
});

describe('cells', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 });

  it('come back from the base as they were, but for signs that it does not take', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const back = splitCells(joinedCells(cells));
        expect(back).toEqual(
          cells.map((one) => (one.includes('\u0000') || one.includes('\u001f') ? expect.any(String) : one)),
        );
        expect(joinedCells(cells)).not.toContain('\u0000');
      }),
    );
  });

  it('that are put right stand where they were meant, in a row of full width', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), cell, (cells, column, value) => {
        const record = { line: 2, cells, broken: 0 };
        const after = amended(record, { cells: new Map([[column, value]]), choice: null }, 5);
        expect(after.cells[column - 1]).toBe(value);
        expect(after.cells.length).toBe(Math.max(5, cells.length, column));
        expect(after.broken).toBeNull();
        expect(record.cells).toBe(cells);
      }),
    );
  });

  it('that are given back are cut into the same cells, and none of them runs', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '=', '+', '-', '@', ' ', '1'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
        const [record] = new CsvCutter(';').push(csvLine(cells, ';'));
        expect(record?.cells.map((one) => one.replace(/^'/, ''))).toEqual(cells);
        for (const one of record?.cells ?? []) expect(one).not.toMatch(/^[=@]|^[+-](?![\d ().]+$)/);
      }),
    );
  });
});

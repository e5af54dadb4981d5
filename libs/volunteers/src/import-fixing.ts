import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { Clock, parisDay } from '#platform/kernel';
import { ImportCounts } from './import-counts.js';
import { ImportDoubts } from './import-doubts.js';
import type { Fault, ImportFaultCode } from './import-faults.js';
import { amended, splitCells } from './import-fixes.rules.js';
import { type ImportedRow, RowReader } from './import-row.rules.js';
import { ImportRows } from './import-rows.js';
import type { RowChoice } from './import-state.rules.js';
import { StagedRow } from './import-tables.entity.js';
import type { VolunteerImport } from './volunteer-import.entity.js';

const LOT = 2000;

interface Kept {
  line: number;
  cells: string;
  choice: RowChoice | null;
  faults: Fault[] | null;
  fixed: boolean;
}

/** A cell as somebody writes it anew. */
export interface CellFix {
  line: number;
  /** From 1. */
  column: number;
  value: string;
  /** Also in every other row with a fault whose cell of this column holds the same. */
  everywhere: boolean;
}

/** Putting rows right by hand: each is read again by the same rules as the file, and compared with the others. */
@Injectable()
export class ImportFixing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rows: ImportRows,
    private readonly doubts: ImportDoubts,
    private readonly counts: ImportCounts,
  ) {}

  /** @returns the lines whose cell was changed; runs in the caller's transaction */
  async fix(draft: VolunteerImport, { line, column, value, everywhere }: CellFix): Promise<number[]> {
    const row = await this.db.repo(StagedRow).findOneBy({ importId: draft.id, line });
    if (!row) throw notFound('Row');
    const lines = [line];
    if (everywhere)
      for (const other of await this.db.query<{ line: number }>(
        `select line from volunteer_import_row
          where import_id = $1 and state = 'faulty' and line <> $2 and split_part(cells, chr(31), $3) = $4`,
        [draft.id, line, column, splitCells(row.cells)[column - 1] ?? ''],
      ))
        lines.push(other.line);
    await this.db.query(
      `insert into volunteer_import_fix (import_id, line, column_no, value)
       select $1, line, $3, $4 from unnest($2::int[]) as line
       on conflict (import_id, line, column_no) do update set value = excluded.value`,
      [draft.id, lines, column, value],
    );
    await this.readAgain(draft, lines, new Map([[column, value]]));
    return lines;
  }

  /** Decides about a row; null takes the decision back. */
  async choose(draft: VolunteerImport, line: number, choice: RowChoice | null): Promise<void> {
    if (!(await this.db.repo(StagedRow).existsBy({ importId: draft.id, line }))) throw notFound('Row');
    if (choice === null)
      await this.db.query('delete from volunteer_import_fix where import_id = $1 and line = $2 and column_no = 0', [
        draft.id,
        line,
      ]);
    else
      await this.db.query(
        `insert into volunteer_import_fix (import_id, line, column_no, value) values ($1, $2, 0, $3)
         on conflict (import_id, line, column_no) do update set value = excluded.value`,
        [draft.id, line, choice],
      );
    await this.db.repo(StagedRow).update({ importId: draft.id, line }, { choice });
    await this.readAgain(draft, [line], new Map());
  }

  private async readAgain(draft: VolunteerImport, lines: number[], fixed: ReadonlyMap<number, string>): Promise<void> {
    const { id, network } = draft;
    const others = await this.duplicatesOf(id, lines);
    const all = [...new Set([...lines, ...others])];
    const before = await this.counts.outlook(id, network, all);
    for (let at = 0; at < lines.length; at += LOT) await this.lot(draft, lines.slice(at, at + LOT), fixed);
    for (let at = 0; at < others.length; at += LOT) await this.lot(draft, others.slice(at, at + LOT), new Map());
    await this.doubts.find(id, all);
    await this.counts.after(id, before, await this.counts.outlook(id, network, all));
    await this.db.query('update volunteer_import set touched_at = $2 where id = $1', [id, this.clock.now()]);
  }

  /** Rows whose fault is to be a duplicate of one of these: it may be none any more. */
  private async duplicatesOf(id: string, lines: number[]): Promise<number[]> {
    const rows = await this.db.query<{ line: number }>(
      `select distinct line from volunteer_import_row, jsonb_array_elements(faults) f
        where import_id = $1 and state = 'faulty' and (f -> 'details' ->> 'other')::int = any($2::int[])
          and f ->> 'code' like 'DUPLICATE%' and not line = any($2)`,
      [id, lines],
    );
    return rows.map(({ line }) => line);
  }

  private async lot(draft: VolunteerImport, lines: number[], fixed: ReadonlyMap<number, string>): Promise<void> {
    const { id, network, columnMapping } = draft;
    const kept = await this.db.query<Kept>(
      `select line, cells, choice, faults,
              exists (select from volunteer_import_fix f
                       where f.import_id = r.import_id and f.line = r.line and column_no > 0) as fixed
         from volunteer_import_row r where import_id = $1 and line = any($2::int[])`,
      [id, lines],
    );
    const rules = { network, today: parisDay(this.clock.now()) };
    const rows = kept.flatMap((row): ImportedRow[] => {
      const broken = row.fixed ? null : brokenCell(row.faults);
      const record = { line: row.line, cells: splitCells(row.cells), broken };
      // Each by a reader of its own: the others are asked in the base, not in the memory of a reader.
      const reader = new RowReader(columnMapping, rules);
      const again = reader.read(
        amended(record, { cells: fixed, choice: row.choice }, columnMapping.length),
        row.choice,
      );
      return again ? [again] : [];
    });
    await this.rows.replace(id, rows);
    await this.compareWithOthers(draft, lines);
  }

  /** Adds the faults of rows that share an address, or name and year of birth, with another row. */
  private async compareWithOthers(draft: VolunteerImport, lines: number[]): Promise<void> {
    await this.duplicated(draft, lines, 'DUPLICATE_EMAIL', 'email', 'o.email = r.email');
    await this.duplicated(
      draft,
      lines,
      'DUPLICATE_PERSON',
      'familyName',
      `o.birth_year = r.birth_year and not r.homonym and not o.homonym
        and plain_text(o.given_name) = plain_text(r.given_name) and plain_text(o.family_name) = plain_text(r.family_name)
        and o.email is distinct from r.email`,
    );
  }

  private async duplicated(
    { id, columnMapping }: VolunteerImport,
    lines: number[],
    code: ImportFaultCode,
    field: string,
    same: string,
  ): Promise<void> {
    const index = columnMapping.findIndex((column) => column.field === field);
    const header = columnMapping[index]?.header ?? '';
    await this.db.query(
      `update volunteer_import_row r
          set state = 'faulty',
              faults = coalesce(faults, '[]') || jsonb_build_array(jsonb_build_object(
                'row', r.line, 'column', $3::int, 'header', $4::text, 'value', left(split_part(cells, chr(31), $3), 80),
                'code', $5::text, 'details', jsonb_build_object('other', d.other)))
         from (select r.line, min(o.line) as other from volunteer_import_row r join volunteer_import_row o
                   on o.import_id = r.import_id and o.line <> r.line and o.state <> 'left_out' and ${same}
                where r.import_id = $1 and r.line = any($2::int[]) and r.state <> 'left_out' group by 1) d
        where r.import_id = $1 and r.line = d.line`,
      [id, lines, index + 1, header, code],
    );
  }
}

function brokenCell(faults: Fault[] | null): number | null {
  const fault = faults?.find(({ code }) => code === 'BROKEN_QUOTES');
  return fault ? fault.column - 1 : null;
}

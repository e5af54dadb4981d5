import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import { Clock, type Locale, NETWORKS } from '#platform/kernel';
import { ImportCounts } from './import-counts.js';
import type { Fault } from './import-faults.js';
import { splitCells } from './import-fixes.rules.js';
import { choicesFor, IMPORT_STEPS, mayStep, type RowState } from './import-state.rules.js';
import { StagedRow } from './import-tables.entity.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import { mayImport } from './volunteer-import.service.js';
import type {
  ImportDetails,
  ImportFault,
  ImportKeptPerson,
  ImportPreviewRow,
  ImportRow,
} from './volunteer-import.types.js';

const PREVIEWED = 20;
const OUTCOME: Partial<Record<RowState, string>> = { faulty: 'fault', doubt: 'doubt', left_out: 'out' };

/** Which rows are wanted. */
export interface RowsWanted {
  state: RowState;
  /** Only those with a fault of this code. */
  code: string | null;
  /** Only those after this line. */
  after: number;
  first: number;
}

/** The history of imports, and what one holds. */
@Injectable()
export class VolunteerImportQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly counts: ImportCounts,
  ) {}

  /** Imports into networks that the actor coordinates, last first, at most 100. */
  recent(actor: Actor): Promise<VolunteerImport[]> {
    const networks = NETWORKS.filter((network) => actor.coordinates(network));
    return this.db
      .repo(VolunteerImport)
      .find({ where: { network: In(networks) }, order: { importedAt: 'DESC' }, take: 100 });
  }

  /** @throws NOT_FOUND, FORBIDDEN unless the actor coordinates its network */
  async inMyNetwork(actor: Actor, id: string): Promise<VolunteerImport> {
    const found = /^[0-9a-f-]{36}$/i.test(id) ? await this.db.repo(VolunteerImport).findOneBy({ id }) : null;
    if (!found) throw notFound('Import');
    mayImport(actor, found.network);
    return found;
  }

  /** @throws NOT_FOUND also for what somebody else sent: its rows are people whom nobody else knows yet */
  async mine(actor: Actor, id: string): Promise<VolunteerImport> {
    const found = await this.inMyNetwork(actor, id);
    if (found.importedBy !== actor.accountId) throw notFound('Import');
    return found;
  }

  /** @param actor null for the operator's command */
  async details(actor: Actor | null, id: string, locale: Locale): Promise<ImportDetails> {
    const file = await this.db.repo(VolunteerImport).findOneBy({ id });
    if (!file) throw notFound('Import');
    const facts = { ...file, hasBegun: file.undoUntil !== null };
    const mine = actor === null || file.importedBy === actor.accountId;
    const shown = mine && file.status !== 'reading' && file.status !== 'applying';
    return {
      file,
      mine,
      steps: IMPORT_STEPS.filter((step) => mayStep(step, facts, this.clock.now())),
      columns: file.columnMapping.map((column, i) => ({ ...column, samples: mine ? (file.samples[i] ?? []) : [] })),
      faults: file.fileFaults.map((fault) => inWords(fault, locale)),
      kinds: shown ? await this.kinds(id) : [],
      preview: mine && file.status === 'ready' ? await this.preview(file) : [],
      kept: file.keptCount > 0 ? await this.kept(id) : [],
    };
  }

  async rows(file: VolunteerImport, { state, code, after, first }: RowsWanted, locale: Locale): Promise<ImportRow[]> {
    const rows = await this.db.query<{ line: number }>(
      `select line from volunteer_import_row
        where import_id = $1 and state = $2 and state <> 'sound' and line > $3
          and ($4::text is null or faults @> jsonb_build_array(jsonb_build_object('code', $4::text)))
        order by line limit $5`,
      [file.id, state, after, code, first],
    );
    return this.shown(
      file,
      rows.map(({ line }) => line),
      locale,
    );
  }

  async row(file: VolunteerImport, line: number, locale: Locale): Promise<ImportRow> {
    const [row] = await this.shown(file, [line], locale);
    if (!row) throw notFound('Row');
    return row;
  }

  /** Rows that are not imported, in lots, as cells. */
  async *rest(id: string): AsyncGenerator<string[][]> {
    for (let after = 0; ;) {
      const rows = await this.db.query<{ line: number; cells: string }>(
        `select line, cells from volunteer_import_row
          where import_id = $1 and state <> 'sound' and line > $2 order by line limit 1000`,
        [id, after],
      );
      if (rows.length === 0) return;
      yield rows.map(({ cells }) => splitCells(cells));
      after = rows.at(-1)?.line ?? 0;
    }
  }

  private async shown(file: VolunteerImport, lines: number[], locale: Locale): Promise<ImportRow[]> {
    const rows = await this.db.query<StagedRow & { displayName: string | null }>(
      `select r.line, r.state, r.cells, r.faults, r.choice, r.match_id as "matchId", r.match_reasons as "matchReasons",
              v.display_name as "displayName"
         from volunteer_import_row r left join volunteer v on v.id = r.match_id
        where r.import_id = $1 and r.line = any($2::int[]) order by r.line`,
      [file.id, lines],
    );
    return rows.map(({ line, state, cells, faults, choice, matchId, matchReasons, displayName }) => {
      const match =
        matchId !== null && displayName !== null ? { id: matchId, displayName, reasons: matchReasons } : null;
      const sameAddress = matchReasons.includes('email') ? 'same-address' : 'other-address';
      return {
        ...{ line, state, choice, match },
        choices: choicesFor(match ? sameAddress : 'none'),
        cells: cellsOf(file, splitCells(cells), faults ?? [], locale),
      };
    });
  }

  private kinds(id: string): Promise<{ code: string; count: number }[]> {
    return this.db.query(
      `select f ->> 'code' as code, count(distinct line)::int as count
         from volunteer_import_row, jsonb_array_elements(faults) f
        where import_id = $1 and state = 'faulty' group by 1 order by 2 desc, 1`,
      [id],
    );
  }

  private async preview(file: VolunteerImport): Promise<ImportPreviewRow[]> {
    const rows = await this.db
      .repo(StagedRow)
      .find({ where: { importId: file.id }, order: { line: 'ASC' }, take: PREVIEWED });
    const outcomes = await this.counts.outcomes(
      file.id,
      file.network,
      rows.map(({ line }) => line),
    );
    return rows.map(({ line, state, givenName, familyName, email, phone, birthYear }) => ({
      row: line,
      outcome: OUTCOME[state] ?? outcomes.get(line) ?? 'unchanged',
      ...{ givenName, familyName, email, phone, birthYear },
    }));
  }

  private kept(id: string): Promise<ImportKeptPerson[]> {
    return this.db.query(
      `select v.id, v.display_name as "displayName", c.kept_because as because
         from volunteer_import_change c join volunteer v on v.id = c.volunteer_id
        where c.import_id = $1 and c.kept_because is not null order by v.display_name, v.id limit 200`,
      [id],
    );
  }
}

function inWords({ details, ...fault }: Fault, locale: Locale): ImportFault {
  return { ...fault, message: t(locale, `volunteers.import.${fault.code}`, details) };
}

/** All columns of the header, and whatever more the row has, each with its first fault. */
function cellsOf(file: VolunteerImport, cells: string[], faults: Fault[], locale: Locale): ImportRow['cells'] {
  const width = Math.max(cells.length, file.columnMapping.length);
  return Array.from({ length: width }, (_, i) => {
    // What is wrong with the row as a whole stands at its first cell.
    const fault = faults.find(({ column }) => column === i + 1 || (column === 0 && i === 0));
    return {
      column: i + 1,
      header: file.columnMapping[i]?.header ?? '',
      value: cells[i] ?? '',
      code: fault?.code ?? null,
      message: fault ? inWords(fault, locale).message : null,
    };
  });
}

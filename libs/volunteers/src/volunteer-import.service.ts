import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { userError } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import { Clock, type Locale, type Network, parisDay } from '#platform/kernel';
import type { MappingChoice } from './import-columns.rules.js';
import type { OpenBytes } from './import-reader.js';
import { ImportStaging, type Staged } from './import-staging.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import type { ImportDone, ImportReport } from './volunteer-import.types.js';

/** A file that can be read more than once. */
export interface ImportFile {
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  name: string;
  open: OpenBytes;
}

export interface ImportOrder {
  network: Network;
  /** What to read each column as; empty lets the headers decide. */
  mapping: readonly MappingChoice[];
  /** Language in which faults are explained. */
  locale: Locale;
}

/** Lists of volunteers: what is in a file, and taking it in as a whole or not at all. */
@Injectable()
export class VolunteerImportService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly staging: ImportStaging,
  ) {}

  /** Everything that is wrong with a file and what importing it would do. Changes nothing. */
  async check(file: ImportFile, order: ImportOrder): Promise<ImportReport> {
    return this.db.transaction(async () => reportOf(file, await this.stage(file, order), order.locale));
  }

  /**
   * Imports a file; with any fault nothing is imported and the answer is the report. The same file a second time
   * changes nothing. Imports wait for one another.
   * @param actor null for the operator's command
   */
  async apply(actor: Actor | null, file: ImportFile, order: ImportOrder): Promise<ImportDone | ImportReport> {
    try {
      return await this.attempt(actor, file, order);
    } catch (error) {
      // Somebody of the file joined between the plan and its carrying out: plan again, with her.
      if (violatedConstraint(error) !== 'contact_email_unique') throw error;
      return this.attempt(actor, file, order);
    }
  }

  private attempt(actor: Actor | null, file: ImportFile, order: ImportOrder): Promise<ImportDone | ImportReport> {
    return this.db.transaction(async () => {
      await this.db.query(`select pg_advisory_xact_lock(hashtextextended('volunteer import', 0))`);
      const staged = await this.stage(file, order);
      if (staged.faultCount > 0) return reportOf(file, staged, order.locale);
      const id = await this.record(actor, file, order.network, staged);
      const facts = { network: order.network, importId: id, now: this.clock.now() };
      await this.staging.carryOut(facts, staged.counts);
      return { id, ...staged.counts };
    });
  }

  private stage(file: ImportFile, { network, mapping }: ImportOrder): Promise<Staged> {
    return this.staging.stage(file.open, { network, mapping, today: parisDay(this.clock.now()) });
  }

  private async record(actor: Actor | null, file: ImportFile, network: Network, staged: Staged): Promise<string> {
    const { created, updated, unchanged } = staged.counts;
    const { identifiers } = await this.db.repo(VolunteerImport).insert({
      fileName: file.name,
      fileSha256: file.sha256,
      network,
      columnMapping: staged.head.columns,
      rowCount: staged.rowCount,
      createdCount: created,
      updatedCount: updated,
      unchangedCount: unchanged,
      importedBy: actor?.accountId ?? null,
      importedAt: this.clock.now(),
    });
    const id = (identifiers[0] as { id: string }).id;
    await this.audit.write({
      actor,
      action: 'volunteers.import',
      subjectType: 'import',
      subjectId: id,
      details: { network, created, updated, unchanged },
    });
    return id;
  }
}

/** @throws FORBIDDEN unless the actor coordinates the whole network */
export function mayImport(actor: Actor, network: Network): void {
  if (!actor.coordinates(network)) throw userError('FORBIDDEN', 'error.FORBIDDEN');
}

function reportOf(file: ImportFile, staged: Staged, locale: Locale): ImportReport {
  const { head, rowCount, faultCount, counts } = staged;
  return {
    fileId: file.sha256,
    fileName: file.name,
    encoding: head.encoding,
    delimiter: head.delimiter,
    columns: head.columns.map((column, i) => ({ ...column, samples: head.samples[i] ?? [] })),
    rowCount,
    toCreate: counts.created,
    toUpdate: counts.updated,
    unchanged: counts.unchanged,
    faultCount,
    faults: staged.faults.map(({ details, ...fault }) => ({
      ...fault,
      message: t(locale, `volunteers.import.${fault.code}`, details),
    })),
    preview: staged.preview.map(({ line, outcome, person }) => {
      const { givenName, familyName, email, phone, birthYear } = person;
      return { row: line, outcome, givenName, familyName, email, phone, birthYear };
    }),
    ok: faultCount === 0,
  };
}

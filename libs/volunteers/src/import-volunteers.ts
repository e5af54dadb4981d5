import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Locale, Network } from '#platform/kernel';
import { ImportWork } from './import-work.js';
import { VolunteerImportQueries } from './volunteer-import.queries.js';
import { VolunteerImportService } from './volunteer-import.service.js';
import type { ImportDetails, ImportRow } from './volunteer-import.types.js';

export interface ImportOptions {
  network: Network;
  /** Only check; the file is forgotten afterwards. */
  dryRun?: boolean;
  /** Import the sound rows although others have faults or doubts. */
  leaveRest?: boolean;
  locale?: Locale;
}

/** What became of a file, with the first rows that are not imported as they are. */
export interface ImportedFile {
  details: ImportDetails;
  rows: ImportRow[];
  applied: boolean;
  /** Seconds that each part took; nothing was applied in none. */
  took: { sending: number; reading: number; applying: number };
}

/**
 * The import as an operator's command: the same checks as in the page, done here and now and not by the worker.
 * @param path the file
 */
export async function importVolunteers(
  app: INestApplicationContext,
  path: string,
  options: ImportOptions,
): Promise<ImportedFile> {
  const { network, dryRun = false, leaveRest = false, locale = 'fr' } = options;
  const [service, work, queries] = [
    app.get(VolunteerImportService),
    app.get(ImportWork),
    app.get(VolunteerImportQueries),
  ];
  const took = { sending: 0, reading: 0, applying: 0 };
  const id = await timed(took, 'sending', () =>
    service.start(null, { name: basename(path), network, bytes: createReadStream(path) }),
  );
  await timed(took, 'reading', () => work.read(id));
  const details = await queries.details(null, id, locale);
  const { status, faultyCount, doubtCount, soundCount } = details.file;
  const wanted = { code: null, after: 0, first: 100 };
  const rows = [
    ...(await queries.rows(details.file, { ...wanted, state: 'faulty' }, locale)),
    ...(await queries.rows(details.file, { ...wanted, state: 'doubt' }, locale)),
  ];
  const may = status === 'ready' && soundCount > 0 && (leaveRest || faultyCount + doubtCount === 0);
  if (dryRun || !may) {
    await service.discard(id);
    return { details, rows, applied: false, took };
  }
  await service.apply(null, id, leaveRest);
  await timed(took, 'applying', () => work.apply(id));
  return { details: await queries.details(null, id, locale), rows, applied: true, took };
}

async function timed<T>(
  took: ImportedFile['took'],
  part: keyof ImportedFile['took'],
  work: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const result = await work();
  took[part] = (performance.now() - begun) / 1000;
  return result;
}

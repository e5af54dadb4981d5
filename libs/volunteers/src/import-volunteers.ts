import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Locale, Network } from '#platform/kernel';
import { VolunteerImportService } from './volunteer-import.service.js';
import type { ImportDone, ImportReport } from './volunteer-import.types.js';

/**
 * The import as an operator's command: the same checks, report and all-or-nothing as in the page.
 * @param path the file
 * @returns the report for a dry run or a faulty file, else what was done
 */
export async function importVolunteers(
  app: INestApplicationContext,
  path: string,
  options: { network: Network; dryRun?: boolean; locale?: Locale },
): Promise<ImportReport | ImportDone> {
  const { network, dryRun = false, locale = 'fr' } = options;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const file = { sha256: hash.digest('hex'), name: basename(path), open: () => createReadStream(path) };
  const service = app.get(VolunteerImportService);
  const order = { network, mapping: [], locale };
  return dryRun ? service.check(file, order) : service.apply(null, file, order);
}

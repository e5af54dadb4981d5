import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { NETWORKS } from '#platform/kernel';
import { VolunteerImport } from './volunteer-import.entity.js';

/** The history of imports. */
@Injectable()
export class VolunteerImportQueries {
  constructor(private readonly db: Database) {}

  /** Imports into networks that the actor coordinates, last first, at most 100. */
  recent(actor: Actor): Promise<VolunteerImport[]> {
    const networks = NETWORKS.filter((network) => actor.coordinates(network));
    return this.db
      .repo(VolunteerImport)
      .find({ where: { network: In(networks) }, order: { importedAt: 'DESC' }, take: 100 });
  }
}

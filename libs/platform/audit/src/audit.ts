import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { AuditLine } from './audit.entity.js';

export interface AuditEvent {
  /** Null when the platform itself acts. */
  actor: Actor | null;
  /** What was done, as `session.cancel` or `contact.read`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** The person whose data it is about: she can see the line. */
  volunteerId?: string;
  /** Why, in the words of who did it. */
  purpose?: string;
  /** Facts without personal data. */
  details?: object;
}

/** The journal. A line belongs to the transaction of what it tells, so neither exists without the other. */
@Injectable()
export class Audit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async write(event: AuditEvent): Promise<void> {
    const { actor, action, subjectType, subjectId } = event;
    await this.db.repo(AuditLine).insert({
      at: this.clock.now(),
      actorAccountId: actor?.accountId ?? null,
      actorLabel: actor ? labelOf(actor) : 'platform',
      action,
      subjectType,
      subjectId,
      volunteerId: event.volunteerId ?? null,
      purpose: event.purpose ?? null,
      details: event.details ?? {},
    });
  }
}

/** Roles say enough to the person who reads the journal of her data; the account id says who it was to an admin. */
export function labelOf(actor: Actor): string {
  const roles = [...new Set(actor.grants.map((grant) => [grant.role, grant.network].filter(Boolean).join(' ')))];
  return roles.length > 0 ? roles.join(', ') : 'volunteer';
}

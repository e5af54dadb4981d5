import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { ErasureSteps } from '#platform/privacy';
import { EnrolmentLeave } from './enrolment-leave.js';
import { SessionLock } from './session-lock.js';

// In the order in which sessions are locked.
const ACTIVE = `
  select e.id from enrolment e join training_session s on s.id = e.session_id
   where e.volunteer_id = $1 and e.status in ('waiting', 'offered', 'enrolled') and s.starts_at > $2
   order by e.session_id`;

/**
 * What becomes of the seats of somebody who goes for good. Those of sessions after her last day are given up as soon as she
 * has confirmed, because others wait for them and she cannot come as herself; those before stay hers until then, so that a
 * change of mind costs as little as can be.
 */
@Injectable()
export class PersonLeaves implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly steps: ErasureSteps,
    private readonly lock: SessionLock,
    private readonly leaving: EnrolmentLeave,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.steps.onConfirmed(({ volunteerId }, dueAt) => this.leaveAfter(volunteerId, dueAt));
    this.steps.beforeErasure(({ volunteerId }) => this.leaveAfter(volunteerId, this.clock.now()));
  }

  private async leaveAfter(volunteerId: string | null, instant: Date): Promise<void> {
    if (volunteerId === null) return;
    const active = await this.db.query<{ id: string }>(ACTIVE, [volunteerId, instant]);
    for (const { id } of active) await this.leaving.leave(await this.lock.enrolment(id), 'cancelled');
  }
}

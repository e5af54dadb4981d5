import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Database } from '#platform/database';
import { Allow } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Health, version } from './health.js';

@ObjectType({ description: 'One thing that the platform checks of itself.' })
export class SystemCheck {
  @Field(() => String, { description: 'What was checked.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it is as it should be.' })
  ok: boolean;

  @Field(() => String, { description: 'A figure, or what is wrong.' })
  detail: string;
}

@ObjectType({ description: 'How the platform is doing.' })
export class SystemState {
  @Field(() => String, { description: 'Version of the platform.' })
  version: string;

  @Field(() => Date, { description: 'Since when this process runs.' })
  startedAt: Date;

  @Field(() => [SystemCheck], { description: 'Database, migrations, queue.' })
  checks: SystemCheck[];

  @Field(() => Int, { description: 'Jobs that are due and not done.' })
  queueDepth: number;

  @Field(() => Int, { description: 'Age of the longest overdue job, in seconds.' })
  queueOldestSeconds: number;

  @Field(() => Int, { description: 'Jobs that used up all their tries.' })
  failedJobs: number;

  @Field(() => Int, { description: 'Mails on their way.' })
  mailsWaiting: number;

  @Field(() => Int, { description: 'Mails that could not be delivered to the relay.' })
  mailsFailed: number;
}

@Resolver()
export class SystemResolver {
  constructor(
    private readonly health: Health,
    private readonly jobs: Jobs,
    private readonly db: Database,
  ) {}

  @Query(() => SystemState, { description: 'How the platform is doing.' })
  @Allow('admin')
  async systemState(): Promise<SystemState> {
    const { depth, oldestSeconds, failed } = await this.jobs.state();
    const [mails] = await this.db.query<{ waiting: number; failed: number }>(
      `select count(*) filter (where status = 'queued')::int as waiting,
              count(*) filter (where status = 'failed')::int as failed from mail where status in ('queued', 'failed')`,
    );
    return {
      version,
      startedAt: this.health.startedAt,
      checks: await this.health.checks(),
      queueDepth: depth,
      queueOldestSeconds: oldestSeconds,
      failedJobs: failed,
      mailsWaiting: mails?.waiting ?? 0,
      mailsFailed: mails?.failed ?? 0,
    };
  }
}

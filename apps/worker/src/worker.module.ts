import { type DynamicModule, Module } from '@nestjs/common';
import { audienceEntities, AudienceModule } from '#lib/audience';
import { trainingEntities, TrainingsModule } from '#lib/trainings';
import { volunteerEntities, VolunteersModule } from '#lib/volunteers';
import { AccountsModule } from '#platform/accounts';
import type { Config } from '#platform/config';
import { JobRunnerModule } from '#platform/jobs';
import type { Clock } from '#platform/kernel';
import { machinery } from '#platform/machinery';

/** The same libs as the API, without HTTP: does the jobs, sends the mails. */
@Module({})
export class WorkerModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ...machinery(config, clock, [...volunteerEntities, ...trainingEntities, ...audienceEntities]),
        AccountsModule,
        VolunteersModule,
        TrainingsModule,
        AudienceModule,
        JobRunnerModule,
      ],
    };
  }
}

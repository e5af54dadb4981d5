import { type DynamicModule, Module } from '@nestjs/common';
import { audienceEntities, AudienceModule, audiencePersonal } from '#lib/audience';
import { recognitionEntities, RecognitionModule, recognitionPersonal } from '#lib/recognition';
import { trainingEntities, TrainingsModule, trainingsPersonal } from '#lib/trainings';
import { volunteerEntities, VolunteersModule, volunteersPersonal } from '#lib/volunteers';
import { AccountsModule } from '#platform/accounts';
import type { Config } from '#platform/config';
import { JobRunnerModule } from '#platform/jobs';
import type { Clock } from '#platform/kernel';
import { machinery } from '#platform/machinery';
import { PrivacyModule } from '#platform/privacy';

/** The same libs as the API, without HTTP: does the jobs, sends the mails. */
@Module({})
export class WorkerModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ...machinery(config, clock, [
          ...volunteerEntities,
          ...trainingEntities,
          ...recognitionEntities,
          ...audienceEntities,
        ]),
        PrivacyModule.with([volunteersPersonal, trainingsPersonal, recognitionPersonal, audiencePersonal]),
        AccountsModule,
        VolunteersModule,
        TrainingsModule,
        RecognitionModule,
        AudienceModule,
        JobRunnerModule,
      ],
    };
  }
}

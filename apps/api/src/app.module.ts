import { type DynamicModule, Module } from '@nestjs/common';
import { audienceEntities, AudienceModule, audiencePersonal } from '#lib/audience';
import { recognitionEntities, RecognitionModule, recognitionPersonal } from '#lib/recognition';
import { trainingEntities, TrainingsModule, trainingsPersonal } from '#lib/trainings';
import { volunteerEntities, VolunteersModule, volunteersPersonal } from '#lib/volunteers';
import { AccountsModule } from '#platform/accounts';
import type { Config } from '#platform/config';
import { GraphqlModule } from '#platform/graphql';
import { HttpModule } from '#platform/http';
import type { Clock } from '#platform/kernel';
import { machinery } from '#platform/machinery';
import { PrivacyModule } from '#platform/privacy';

/** What the API is made of. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...machinery(config, clock, [
          ...volunteerEntities,
          ...trainingEntities,
          ...recognitionEntities,
          ...audienceEntities,
        ]),
        GraphqlModule,
        PrivacyModule.with([volunteersPersonal, trainingsPersonal, recognitionPersonal, audiencePersonal]),
        AccountsModule,
        VolunteersModule,
        TrainingsModule,
        RecognitionModule,
        AudienceModule,
        HttpModule,
      ],
    };
  }
}

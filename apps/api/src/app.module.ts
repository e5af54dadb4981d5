import { type DynamicModule, Module } from '@nestjs/common';
import { audienceEntities, AudienceModule } from '#lib/audience';
import { trainingEntities, TrainingsModule } from '#lib/trainings';
import { volunteerEntities, VolunteersModule } from '#lib/volunteers';
import { AccountsModule } from '#platform/accounts';
import type { Config } from '#platform/config';
import { GraphqlModule } from '#platform/graphql';
import { HttpModule } from '#platform/http';
import type { Clock } from '#platform/kernel';
import { machinery } from '#platform/machinery';

/** What the API is made of. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...machinery(config, clock, [...volunteerEntities, ...trainingEntities, ...audienceEntities]),
        GraphqlModule,
        AccountsModule,
        VolunteersModule,
        TrainingsModule,
        AudienceModule,
        HttpModule,
      ],
    };
  }
}

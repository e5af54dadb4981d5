import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { audienceEntities, AudienceModule, audiencePersonal } from '#lib/audience';
import { recognitionEntities, RecognitionModule, recognitionPersonal } from '#lib/recognition';
import { trainingEntities, TrainingsModule, trainingsPersonal } from '#lib/trainings';
import { volunteerEntities, VolunteersModule, volunteersPersonal } from '#lib/volunteers';
import { AccountsModule } from '#platform/accounts';
import { type Config, loadConfig } from '#platform/config';
import { Clock } from '#platform/kernel';
import { machinery } from '#platform/machinery';
import { PrivacyModule } from '#platform/privacy';

/** The same libs as the API and the worker, for one command. */
@Module({})
class CliModule {
  static with(config: Config): DynamicModule {
    return {
      module: CliModule,
      imports: [
        ...machinery(config, new Clock(), [
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
      ],
    };
  }
}

/**
 * Runs the work with every service of the application at hand, and closes its connections afterwards.
 *
 * @param other settings that differ from those of the environment
 * @throws ConfigError before anything is opened
 */
export async function withApp<T>(
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
  other: Partial<Config> = {},
): Promise<T> {
  const config = Object.assign(loadConfig(), other);
  const app = await NestFactory.createApplicationContext(CliModule.with(config), { logger: ['error', 'warn'] });
  try {
    return await work(app, config);
  } finally {
    await app.close();
  }
}

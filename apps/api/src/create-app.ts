import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, loadConfig } from '#platform/config';
import { configureHttp, httpAdapter } from '#platform/http';
import { Clock } from '#platform/kernel';
import { logger } from '#platform/machinery';
import { AppModule } from './app.module.js';

/** The API, ready to listen: the same for production and for tests, which bring their own clock and configuration. */
export async function createApp(
  config: Config = loadConfig(),
  clock: Clock = new Clock(),
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), httpAdapter(config), {
    logger: logger(config),
    abortOnError: false,
  });
  await configureHttp(app, config);
  return app;
}

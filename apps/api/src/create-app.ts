import 'reflect-metadata';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, loadConfig } from '#platform/config';
import { configureHttp, httpAdapter } from '#platform/http';
import { Clock } from '#platform/kernel';
import { AppModule } from './app.module.js';

const LEVELS: LogLevel[] = ['error', 'warn', 'log', 'debug', 'verbose'];

/** Lines from the most important down to the given level; JSON in production. */
export function logger(config: Config): ConsoleLogger {
  return new ConsoleLogger({
    json: config.isProduction,
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.logLevel) + 1),
  });
}

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

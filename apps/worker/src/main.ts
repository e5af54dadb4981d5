import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#platform/config';
import { Clock } from '#platform/kernel';
import { WorkerModule } from './worker.module.js';

const config = loadConfig();
const worker = await NestFactory.createApplicationContext(WorkerModule.with(config, new Clock()), {
  logger: new ConsoleLogger({ json: config.isProduction }),
});
worker.enableShutdownHooks(['SIGTERM', 'SIGINT']);

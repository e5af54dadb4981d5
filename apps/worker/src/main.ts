import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Clock } from '#platform/kernel';
import { logger, runProgram } from '#platform/machinery';
import { WorkerModule } from './worker.module.js';

await runProgram(async (config) => {
  const module = WorkerModule.with(config, new Clock());
  const worker = await NestFactory.createApplicationContext(module, { logger: logger(config) });
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT']);
});

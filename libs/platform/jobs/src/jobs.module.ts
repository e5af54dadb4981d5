import { Global, Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/** Everybody may add jobs and say how they are done. */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}

/** For the worker process alone: does them. */
@Module({ imports: [JobsModule], providers: [JobRunner], exports: [JobRunner] })
export class JobRunnerModule {}

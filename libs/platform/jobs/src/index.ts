export { drain, type Drained } from './drain.js';
export * from './job-map.js';
export { JobRunner } from './job-runner.js';
export { JobRunnerModule, JobsModule } from './jobs.module.js';
export { Jobs, type FailedJob, type QueueState } from './jobs.js';
export { migrateJobs } from './migrate-jobs.js';

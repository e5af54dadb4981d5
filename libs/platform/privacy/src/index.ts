import { Erasure, PendingErasure, RetentionRun } from './erasure.entities.js';

export { DataExport, type ExportedTable, type PersonExport } from './data-export.js';
export { Eraser } from './eraser.js';
export { ErasureJobs } from './erasure.jobs.js';
export { ErasureSteps } from './erasure-steps.js';
export { archiveOf, jsonOf } from './export-archive.js';
export { FreshSignIn } from './fresh-sign-in.js';
export * from './legal-reasons.js';
export { type KnownPerson, type Person, PersonFinder } from './person.js';
export { PersonalRegistry } from './personal-registry.js';
export * from './personal-table.js';
export { platformPersonal } from './platform.personal.js';
export { PrivacyModule } from './privacy.module.js';
export type { RetentionSetting } from './retention-settings.js';

export const privacyEntities = [PendingErasure, Erasure, RetentionRun];

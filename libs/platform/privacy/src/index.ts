import { Erasure, PendingErasure, RetentionRun } from './erasure.entities.js';

export * from './legal-reasons.js';
export * from './personal-table.js';
export { platformPersonal } from './platform.personal.js';
export type { RetentionSetting } from './retention-settings.js';

export const privacyEntities = [PendingErasure, Erasure, RetentionRun];

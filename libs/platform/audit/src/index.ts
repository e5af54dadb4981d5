export * from './audit.js';
export * from './audit.entity.js';
export * from './audit.module.js';

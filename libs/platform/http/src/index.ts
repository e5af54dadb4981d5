export * from './configure-http.js';
export * from './front-page.js';
export * from './health.js';
export * from './http.module.js';
export * from './permissions.js';
export { MAINTENANCE_SETTING } from './maintenance.js';

export * from './access.guard.js';
export * from './actor.js';
export * from './actor.loader.js';
export * from './allow.decorator.js';
export * from './identity.module.js';
export * from './sealing.js';
export * from './signed-links.js';

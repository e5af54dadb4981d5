export * from './config.js';
export * from './config.module.js';
export * from './env-example.js';
export * from './load-config.js';
export { declaredSettings, type Setting } from './setting.decorator.js';

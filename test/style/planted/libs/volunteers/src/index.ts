export * from './deep.js';

export * from './inside.js';

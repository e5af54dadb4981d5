export * from './trainings.entities.js';
export * from './trainings.module.js';
export * from './programme.js';

export * from './trainings.entities.js';
export * from './trainings.module.js';
export * from './programme.js';
export * from './trainings.personal.js';

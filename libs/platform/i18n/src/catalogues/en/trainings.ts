import type { trainings as source } from '../fr/trainings.js';

export const trainings: Record<keyof typeof source, string> = {};

import type { volunteers as source } from '../fr/volunteers.js';

export const volunteers: Record<keyof typeof source, string> = {};

import type { identity as source } from '../fr/identity.js';

export const identity: Record<keyof typeof source, string> = {};

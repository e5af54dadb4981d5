import type { webMine as source } from '../fr/web-mine.js';

export const webMine: Record<keyof typeof source, string> = {};

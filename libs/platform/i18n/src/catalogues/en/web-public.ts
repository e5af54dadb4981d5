import type { webPublic as source } from '../fr/web-public.js';

export const webPublic: Record<keyof typeof source, string> = {};

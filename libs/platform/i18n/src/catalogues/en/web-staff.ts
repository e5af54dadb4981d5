import type { webStaff as source } from '../fr/web-staff.js';

export const webStaff: Record<keyof typeof source, string> = {};

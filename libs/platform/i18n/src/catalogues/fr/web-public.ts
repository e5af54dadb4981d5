export const webPublic = {} as const;

export const webMine = {} as const;

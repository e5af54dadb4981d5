export const webStaff = {} as const;

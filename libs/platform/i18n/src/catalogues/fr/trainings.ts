export const trainings = {} as const;

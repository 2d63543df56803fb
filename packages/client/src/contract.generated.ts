export const errorCodes = {} as const;
export const permissions = {} as const;

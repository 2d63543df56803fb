/** Milliseconds since 1970 by the browser's steady clock: for display only, never for a business day. */
export const browserNow = (): number => performance.timeOrigin + performance.now();

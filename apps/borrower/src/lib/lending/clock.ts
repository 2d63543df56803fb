import { formatInstant } from "@daichao/ui/format";

/** Milliseconds since 1970 by this browser's steady clock; for display only. */
export const browserNow = (): number => performance.timeOrigin + performance.now();

/** "12:03" in Beijing, in both languages. */
export const clockTime = (instant: string): string => formatInstant(instant, "zh-CN").slice(11);

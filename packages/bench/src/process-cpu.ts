import { readFileSync } from "node:fs";

/** Kernel ticks are hundredths of a second on Linux. */
const TICK_SECONDS = 0.01;

/** CPU seconds a process has used so far, from /proc; 0 where there is none (macOS). */
export function cpuSecondsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_SECONDS;
  } catch {
    return 0;
  }
}

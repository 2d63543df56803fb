const hour = 3_600_000;

export type Urgency = "over" | "near" | "far";

/** How urgent a deadline is by business time (milliseconds): past, within four hours, or later. */
export function urgencyOf(dueAt: string, now: number): Urgency {
  const left = new Date(dueAt).getTime() - now;
  if (left < 0) return "over";
  return left < 4 * hour ? "near" : "far";
}

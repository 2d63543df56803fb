/** A report is stale once more than `staleDays` days have passed since it was fetched, both in business time. */
export const isStaleReport = (fetchedAt: Date, now: Date, staleDays: number): boolean =>
  now.getTime() - fetchedAt.getTime() > staleDays * 86_400_000;

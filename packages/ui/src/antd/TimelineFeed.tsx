import { dayOfInstant } from "../format/time.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { Button } from "../light/Button.tsx";
import { Day } from "../light/Moment.tsx";
import type { TimelineEntry } from "../light/Timeline.tsx";
import { Timeline } from "../light/Timeline.tsx";
import styles from "./TimelineFeed.module.css";

export interface TimelineFeedProps {
  label: string;
  /** Newest first. */
  entries: readonly TimelineEntry[];
  hasMore?: boolean;
  onMore?: () => void;
  loading?: boolean;
  /** Milliseconds since 1970, for tests. */
  now?: number;
}

/** Runs of entries of the same Beijing day, in the order given. */
export function byDay(
  entries: readonly TimelineEntry[],
): readonly { day: string; entries: readonly TimelineEntry[] }[] {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOfInstant(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** A history under its days, with more to be had at the end. */
export function TimelineFeed({ label, entries, hasMore = false, onMore, loading = false, now }: TimelineFeedProps) {
  const t = useHouseT();
  return (
    <section aria-label={label} className={styles.feed}>
      {byDay(entries).map((group) => (
        <div key={group.day}>
          <h4 className={styles.day}>
            <Day on={group.day} />
          </h4>
          <Timeline entries={group.entries} label={group.day} now={now} />
        </div>
      ))}
      {hasMore && (
        <Button size="small" loading={loading} onClick={onMore}>
          {t("action.more")}
        </Button>
      )}
    </section>
  );
}

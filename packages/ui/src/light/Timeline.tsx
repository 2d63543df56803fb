import type { ReactNode } from "react";
import type { StatusFamily } from "../format/status.ts";
import { classNames } from "./class-names.ts";
import { RelativeTime } from "./Moment.tsx";
import styles from "./Timeline.module.css";

export interface TimelineEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly title: ReactNode;
  readonly who?: ReactNode;
  readonly detail?: ReactNode;
  readonly family?: StatusFamily;
}

/** What happened, in the order given; callers put the newest first. */
export function Timeline({ entries, label, now }: { entries: readonly TimelineEntry[]; label: string; now?: number }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map(({ id, at, title, who, detail, family = "neutral" }) => (
        <li key={id} className={classNames(styles.entry, styles[family])}>
          <div className={styles.head}>
            <span className={styles.title}>{title}</span>
            <span className={styles.when}>
              {who !== undefined && <>{who} · </>}
              <RelativeTime at={at} now={now} />
            </span>
          </div>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
        </li>
      ))}
    </ol>
  );
}

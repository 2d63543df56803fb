import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { CaseRow_ApplicationFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CaseQueue.module.css";
import { CaseRow } from "./CaseRow.tsx";

export interface CaseQueueProps {
  applications: readonly CaseRow_ApplicationFragment[];
  totalCount: number | null;
  hrefOf: (id: string) => string;
  openId: string | null;
  activeIndex: number;
  onActive: (index: number) => void;
  /** The end of what is loaded came into sight. */
  onEnd: () => void;
  isStale: boolean;
}

const rowHeight = 36;

/** The queue: only the rows in sight are drawn, however many there are. */
export function CaseQueue(props: CaseQueueProps) {
  const { applications, totalCount, hrefOf, openId, activeIndex, onActive, onEnd, isStale } = props;
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: applications.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => applications[index]?.id ?? index,
  });
  const items = rows.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= applications.length - 1 && applications.length > 0) onEnd();
  }, [lastSeen, applications.length, onEnd]);
  useEffect(() => {
    if (activeIndex >= 0) rows.scrollToIndex(activeIndex, { align: "auto" });
  }, [activeIndex, rows.scrollToIndex]);
  return (
    <div ref={frame} className={styles.frame} aria-busy={isStale} data-stale={isStale}>
      <ul className={styles.list} style={{ height: rows.getTotalSize() }} aria-label={t("cases.queue")}>
        {items.map(({ key, index, start }) => {
          const application = applications[index];
          if (application === undefined) return null;
          return (
            <li
              key={key}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={totalCount ?? -1}
              aria-posinset={index + 1}
            >
              <CaseRow
                application={application}
                href={hrefOf(application.id)}
                isOpen={application.id === openId}
                isActive={index === activeIndex}
                onFocus={() => onActive(index)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import type { ReactNode } from "react";
import { classNames } from "../light/class-names.ts";
import styles from "./DescriptionsGrid.module.css";

export interface DescriptionItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Takes the whole line. */
  readonly wide?: boolean;
}

export interface DescriptionsGridProps {
  items: readonly DescriptionItem[];
  /** Narrowest column in pixels; as many columns as fit. */
  columnWidth?: number;
  /** Label above the value, or at its left. */
  look?: "stacked" | "beside";
}

/** Facts with their names. What is missing shows a dash, so that a gap is seen as a gap. */
export function DescriptionsGrid({ items, columnWidth = 180, look = "stacked" }: DescriptionsGridProps) {
  return (
    <dl
      className={classNames(styles.grid, styles[look])}
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${columnWidth}px, 100%), 1fr))` }}
    >
      {items.map(({ key, label, value, wide }) => (
        <div key={key} className={classNames(styles.item, wide && styles.wide)}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  );
}

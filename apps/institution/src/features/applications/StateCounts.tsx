import { Anchor, classNames } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./StateCounts.module.css";

export interface StateCount {
  readonly key: string;
  readonly label: string;
  readonly count: number | null;
  readonly href: string;
  /** Something that must not wait. */
  readonly isUrgent?: boolean;
}

/** How many cases stand where; each figure opens its list. */
export function StateCounts({ counts }: { counts: readonly StateCount[] }) {
  const t = useT();
  return (
    <Section title={t("today.counts")} isPaper>
      <ul className={styles.counts}>
        {counts.map(({ key, label, count, href, isUrgent = false }) => (
          <li key={key}>
            <Anchor href={href} className={styles.count}>
              <span className={styles.label}>{label}</span>
              <span className={classNames(styles.figure, isUrgent && count !== null && count > 0 && styles.urgent)}>
                {count === null ? "–" : count >= 1_000 ? "1,000+" : count}
              </span>
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}

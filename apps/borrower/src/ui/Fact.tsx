import { classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import styles from "./Fact.module.css";

/** One fact of a list of facts: what it is, and how much. Stands inside a `dl`. */
export function Fact({ label, children, strong = false }: { label: ReactNode; children: ReactNode; strong?: boolean }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={classNames(styles.value, strong && styles.strong)}>{children}</dd>
    </div>
  );
}

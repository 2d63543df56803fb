import type { ReactNode } from "react";
import styles from "./NothingHere.module.css";

/** A whole page that has nothing to show: what is missing, why, and the way on. */
export function NothingHere({ title, reason, children }: { title: string; reason: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.reason}>{reason}</p>
      <div>{children}</div>
    </div>
  );
}

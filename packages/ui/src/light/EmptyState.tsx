import type { ReactNode } from "react";
import styles from "./States.module.css";

export interface EmptyStateProps {
  /** What would be here. */
  title: ReactNode;
  /** Why it is empty. */
  reason?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
}

export function EmptyState({ title, reason, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {reason !== undefined && <p className={styles.reason}>{reason}</p>}
      {action !== undefined && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

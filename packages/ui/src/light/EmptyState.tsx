import type { ReactNode } from "react";
import styles from "./States.module.css";

export interface EmptyStateProps {
  /** What would be here. */
  title: ReactNode;
  /** Why it is empty. */
  reason?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
  /** It stands for the whole page: its title is the page's heading. */
  isPage?: boolean;
}

export function EmptyState({ title, reason, action, isPage = false }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={styles.state}>
      <Title className={styles.title}>{title}</Title>
      {reason !== undefined && <p className={styles.reason}>{reason}</p>}
      {action !== undefined && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

import type { ReactNode } from "react";
import styles from "./Page.module.css";

export interface PageProps {
  title: ReactNode;
  /** One sentence on what this page is for. */
  lead?: ReactNode;
  /** Above the title: the way back. */
  back?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The head every page of the console has, and what stands under it. */
export function Page({ title, lead, back, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          {back !== undefined && <div className={styles.back}>{back}</div>}
          <h1 className={styles.title}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

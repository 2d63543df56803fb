import type { ReactNode } from "react";
import { Icon } from "../icons/index.ts";
import { DownIcon } from "../icons/shapes.ts";
import styles from "./Disclosure.module.css";

export interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
  /** Only one open among those of the same name. */
  group?: string;
}

export function Disclosure({ summary, children, defaultOpen, group }: DisclosureProps) {
  return (
    <details className={styles.details} open={defaultOpen} name={group}>
      <summary className={styles.summary}>
        <span>{summary}</span>
        <Icon shape={DownIcon} className={styles.arrow} />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

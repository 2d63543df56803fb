import { classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./Section.module.css";

export interface SectionProps {
  title: ReactNode;
  /** Beside the title, quiet: why this is here. */
  note?: ReactNode;
  /** At the far end of the title's line. */
  aside?: ReactNode;
  /** On paper of its own, not on its container's. */
  isPaper?: boolean;
  level?: 2 | 3;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, note, aside, isPaper = false, level = 2, children }: SectionProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={classNames(styles.section, isPaper && styles.paper)} aria-labelledby={id}>
      <header className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}

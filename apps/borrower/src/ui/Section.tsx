import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./Section.module.css";

export interface SectionProps {
  title: ReactNode;
  children: ReactNode;
  /** One sentence under the title. */
  hint?: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  id?: string;
}

/** A titled part of a page on its own sheet of paper. */
export function Section({ title, children, hint, aside, id }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} className={styles.section} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}

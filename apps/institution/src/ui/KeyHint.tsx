import styles from "./Keys.module.css";

/** The key that does the same; decoration for those who press the button. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}

import styles from "./wizard.module.css";

/** The text that is agreed to, as it stands. */
export function ConsentPaper({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
    <section className={styles.paper} tabIndex={0} aria-label={title}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}

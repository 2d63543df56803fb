import { Disclosure } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./wizard.module.css";

export interface ConsentPaperProps {
  title: string;
  /** In the reader's language. */
  paragraphs: readonly string[];
  /** The Chinese ones: what is agreed to. */
  binding: readonly string[];
}

/** The text that is agreed to, as it stands; beside a translation the Chinese one that binds. */
export function ConsentPaper({ title, paragraphs, binding }: ConsentPaperProps) {
  const t = useT();
  const isTranslated = paragraphs.join() !== binding.join();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
      <section className={styles.paper} tabIndex={0} aria-label={title}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      {isTranslated && (
        <>
          <p className={styles.quiet}>{t("consent.translated")}</p>
          <Disclosure summary={t("consent.binding")}>
            <div lang="zh-CN" className={styles.binding}>
              {binding.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </Disclosure>
        </>
      )}
    </>
  );
}

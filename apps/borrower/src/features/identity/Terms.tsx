import { Disclosure } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";

const paragraphs = ["terms.role", "terms.data", "terms.duty", "terms.end"] as const;

/** What is agreed to on registering, readable where it is agreed to. */
export function Terms() {
  const t = useT();
  return (
    <Disclosure summary={t("terms.read")}>
      <div className={styles.terms}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className={styles.quiet}>
            {t(paragraph)}
          </p>
        ))}
      </div>
    </Disclosure>
  );
}

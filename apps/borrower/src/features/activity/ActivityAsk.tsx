import { Button, Disclosure } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./ActivityAsk.module.css";

export interface ActivityAskProps {
  /** The words the choice is about. */
  text: { readonly title: string; readonly paragraphs: readonly string[] };
  isSignedIn: boolean;
  isSaving: boolean;
  hasFailed: boolean;
  onChoose: (isAllowed: boolean) => void;
}

/** Asks once, in the flow of the page, whether to record: two answers of one weight, the whole text beside them. */
export function ActivityAsk({ text, isSignedIn, isSaving, hasFailed, onChoose }: ActivityAskProps) {
  const t = useT();
  return (
    <section className={styles.ask} aria-label={t("activity.ask.label")}>
      <p className={styles.title}>{t("activity.ask.title")}</p>
      <p className={styles.quiet}>
        {t("activity.ask.reason")} {isSignedIn && t("activity.ask.account")}
      </p>
      <ConsentWords text={text} />
      {hasFailed && (
        <p role="alert" className={styles.wrong}>
          {t("activity.ask.failed")}
        </p>
      )}
      <div className={styles.answers}>
        <Button block loading={isSaving} onClick={() => onChoose(true)}>
          {t("activity.ask.yes")}
        </Button>
        <Button block loading={isSaving} onClick={() => onChoose(false)}>
          {t("activity.ask.no")}
        </Button>
      </div>
    </section>
  );
}

/** The whole text, folded. */
export function ConsentWords({ text }: Pick<ActivityAskProps, "text">) {
  const t = useT();
  return (
    <Disclosure summary={t("activity.ask.text")}>
      <div className={styles.text}>
        <p className={styles.title}>{text.title}</p>
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Disclosure>
  );
}

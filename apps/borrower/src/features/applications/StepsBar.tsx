import { applicationProgress, applicationSteps } from "@daichao/ui/format";
import { VisuallyHidden } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./applications.module.css";

/** The five steps as one short line, to compare several applications at a glance. */
export function StepsBar({ state, step }: { state: string; step: string }) {
  const t = useT();
  const { current, state: progress } = applicationProgress(state, step);
  const now = progress === "ended" ? t("progress.ended") : t("progress.now");
  const stateOf = (index: number) => {
    if (index < current || (index === current && progress === "done")) return "done";
    return index === current ? progress : "next";
  };
  return (
    <ol className={styles.steps} aria-label={t("progress.label")}>
      {applicationSteps.map((name, index) => (
        <li
          key={name}
          className={styles.step}
          data-state={stateOf(index)}
          aria-current={index === current && progress !== "ended" ? "step" : undefined}
        >
          <span className={styles.stepName}>{t(`status.application.${name}`)}</span>
          {index === current && <VisuallyHidden>{now}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}

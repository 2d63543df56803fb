import { ArrowLeftIcon } from "@daichao/ui";
import { Button } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { clockTime } from "../../lib/lending/clock.ts";
import { useT } from "../../lib/texts.ts";
import type { SaveState } from "../../lib/unsent/useAutosave.ts";
import styles from "./wizard.module.css";
import type { WizardStep } from "./wizard-steps.ts";

/** The form of the present step: the frame's button hands it in. */
export const stepForm = "wizard-step";

export interface WizardFrameProps {
  steps: readonly WizardStep[];
  step: WizardStep;
  onStep: (step: WizardStep) => void;
  onBack?: () => void;
  /** What the last button says, and whether it is at work. */
  submitLabel: string;
  isSubmitting: boolean;
  /** What is being filled in at this step, and when it was last saved. */
  saving: { readonly state: SaveState; readonly flush: () => Promise<boolean> };
  savedAt: string | null;
  /** At the end of the line under the steps. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Around every step: where one is, what is saved, back and on. */
export function WizardFrame(props: WizardFrameProps) {
  const { steps, step, onStep, onBack, submitLabel, isSubmitting, saving, savedAt, aside, children } = props;
  const t = useT();
  const at = steps.indexOf(step);
  const stateOf = (index: number) => (index === at ? "now" : index < at ? "done" : "next");
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t(`apply.step.${step}`)}</h1>
        <nav aria-label={t("apply.steps")}>
          <ol className={styles.bar}>
            {steps.map((one, index) => (
              <li key={one}>
                <button
                  type="button"
                  className={styles.part}
                  data-state={stateOf(index)}
                  aria-current={one === step ? "step" : undefined}
                  aria-label={t(`apply.step.${one}`)}
                  onClick={() => onStep(one)}
                >
                  <span className={styles.partName}>{t(`apply.short.${one}`)}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.under}>
          <p className={styles.place}>{t("progress.of", { current: at + 1, total: steps.length })}</p>
          {aside}
        </div>
      </header>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions} data-print="no">
        {onBack !== undefined && (
          <Button icon={ArrowLeftIcon} aria-label={t("action.previous")} onClick={onBack}>
            <span className={styles.backWord}>{t("action.previous")}</span>
          </Button>
        )}
        <SaveNote saving={saving} savedAt={savedAt} />
        <Button type="submit" form={stepForm} variant="primary" loading={isSubmitting} className={styles.next}>
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}

function SaveNote({ saving: { state, flush }, savedAt }: Pick<WizardFrameProps, "saving" | "savedAt">) {
  const t = useT();
  if (state === "failed" || state === "offline") {
    return (
      <p className={styles.saved} role="status">
        <span className={styles.unsaved}>{t(state === "failed" ? "apply.saveFailed" : "apply.offline")}</span>{" "}
        <Button variant="quiet" size="small" onClick={() => void flush()}>
          {t("error.retry")}
        </Button>
      </p>
    );
  }
  const saved = savedAt === null ? t("apply.savesItself") : t("apply.saved", { time: clockTime(savedAt) });
  return (
    <p className={styles.saved} role="status">
      {state === "saved" ? saved : t("apply.saving")}
    </p>
  );
}

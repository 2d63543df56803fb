import type { ReactNode } from "react";
import { applicationProgress, applicationSteps } from "../format/application-progress.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { CheckIcon, MinusIcon, WarningIcon } from "../icons/shapes.ts";
import { classNames } from "./class-names.ts";
import styles from "./ProgressSteps.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

type StepState = "done" | "now" | "next" | "ended" | "failed";

export interface ProgressStepsProps {
  label: string;
  steps: readonly { readonly key: string; readonly title: ReactNode; readonly note?: ReactNode }[];
  /** Position of the present step; everything before it is done. */
  current: number;
  /** What the present step is: under way, the last one reached, or broken. */
  state?: "now" | "done" | "ended" | "failed";
}

function markOf(state: StepState, index: number): ReactNode {
  if (state === "done") return <Icon shape={CheckIcon} />;
  if (state === "ended") return <Icon shape={MinusIcon} />;
  if (state === "failed") return <Icon shape={WarningIcon} />;
  return index + 1;
}

/** A line of steps; lies down where there is room and stands up where there is none. */
export function ProgressSteps({ label, steps, current, state = "now" }: ProgressStepsProps) {
  const t = useHouseT();
  const stateOf = (index: number): StepState => {
    if (index === current) return state;
    return index < current ? "done" : "next";
  };
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map(({ key, title, note }, index) => (
        <li
          key={key}
          className={classNames(styles.step, styles[stateOf(index)])}
          aria-current={index === current ? "step" : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {markOf(stateOf(index), index)}
          </span>
          <span className={styles.words}>
            <span className={styles.title}>{title}</span>
            <VisuallyHidden>{t(`progress.${stateOf(index)}`)}</VisuallyHidden>
            {note !== undefined && <span className={styles.note}>{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface ApplicationStepsProps {
  /** Status of the application as it came from the api. */
  status: string;
  /** The last status before it ended, for ended ones. */
  reached?: string;
  notes?: Readonly<Partial<Record<(typeof applicationSteps)[number], ReactNode>>>;
}

/** The five steps a borrower sees: 已提交, 审核中, 审批通过, 放款中, 已放款. */
export function ApplicationSteps({ status, reached, notes = {} }: ApplicationStepsProps) {
  const t = useHouseT();
  const { current, state } = applicationProgress(status, reached);
  const steps = applicationSteps.map((key) => ({ key, title: t(`status.application.${key}`), note: notes[key] }));
  const shown = state === "running" || state === "waiting" ? "now" : state;
  return <ProgressSteps label={t("progress.label")} steps={steps} current={current} state={shown} />;
}

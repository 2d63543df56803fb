import { CheckIcon, QuestionIcon, WarningIcon } from "@daichao/ui";
import { Checkbox, EmptyState, Tag } from "@daichao/ui/light";
import { useState } from "react";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./AssessmentPanel.module.css";
import type { Step } from "./trace-steps.ts";
import { byStage, needsLook } from "./trace-steps.ts";

const ruleLooks = {
  TRUE: { family: "error", icon: WarningIcon },
  FALSE: { family: "neutral", icon: CheckIcon },
  UNKNOWN: { family: "warning", icon: QuestionIcon },
} as const;

function Outcome({ step }: { step: Step }) {
  const t = useT();
  if (step.points !== null) return t("rules.pointsOf", { count: step.points });
  if (step.stage === "RULE" || step.result === "UNKNOWN")
    return <Tag {...ruleLooks[step.result]}>{t(`result.${step.result}`)}</Tag>;
  return step.stage === "TABLE" ? t(`result.${step.result}`) : null;
}

/** Each step as a sentence, under its stage, with the fact, what it was held against and what came of it. */
export function TraceTable({ trace }: { trace: readonly Step[] }) {
  const t = useT();
  const [onlyFindings, setOnlyFindings] = useState(false);
  const groups = byStage(onlyFindings ? trace.filter(needsLook) : trace);
  return (
    <Section
      title={t("rules.trace")}
      aside={
        <Checkbox checked={onlyFindings} onCheckedChange={setOnlyFindings}>
          {t("rules.onlyFindings")}
        </Checkbox>
      }
    >
      {groups.length === 0 ? (
        <EmptyState title={t("rules.noFindings")} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <section className={styles.frame} tabIndex={0} aria-label={t("rules.trace")}>
          <table className={styles.table} aria-label={t("rules.trace")}>
            <thead>
              <tr>
                <th scope="col">{t("rules.step")}</th>
                <th scope="col" className={styles.figure}>
                  {t("rules.actual")}
                </th>
                <th scope="col" className={styles.figure}>
                  {t("rules.limit")}
                </th>
                <th scope="col" className={styles.figure}>
                  {t("rules.result")}
                </th>
              </tr>
            </thead>
            {groups.map(({ stage, steps }, at) => (
              <StageBody key={`${stage}-${at}`} stage={stage} steps={steps} />
            ))}
          </table>
        </section>
      )}
    </Section>
  );
}

function StageBody({ stage, steps }: { stage: string; steps: readonly Step[] }) {
  const t = useT();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.stage}>
          {t.find(`stage.${stage}`) ?? stage}
        </th>
      </tr>
      {steps.map((step, at) => (
        // A trace is immutable and its steps have no other identity than their place.
        <tr key={`${step.rule}-${at}`}>
          <th scope="row">{step.sentence}</th>
          <td className={styles.figure}>{step.actual}</td>
          <td className={styles.figure}>{step.limit}</td>
          <td className={styles.figure}>
            <Outcome step={step} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

import { CheckIcon, CloseIcon, QuestionIcon } from "@daichao/ui";
import { Checkbox, EmptyState, Tag } from "@daichao/ui/light";
import { useState } from "react";
import type { AssessmentPanel_AssessmentFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./AssessmentPanel.module.css";

type Step = AssessmentPanel_AssessmentFragment["trace"][number];

const looks = {
  TRUE: { family: "success", icon: CheckIcon },
  FALSE: { family: "error", icon: CloseIcon },
  UNKNOWN: { family: "warning", icon: QuestionIcon },
} as const;

// Bands and table rows that did not match are no failures: only a rule's truth says something.
const isProblem = (step: Step): boolean =>
  step.result === "UNKNOWN" || (step.result === "FALSE" && step.stage === "RULE");

/** Each step as a sentence, with the fact, what it was held against and what came of it. */
export function TraceTable({ trace }: { trace: readonly Step[] }) {
  const t = useT();
  const [onlyProblems, setOnlyProblems] = useState(false);
  const shown = onlyProblems ? trace.filter(isProblem) : trace;
  const hasPoints = trace.some(({ points }) => points !== null);
  return (
    <Section
      title={t("rules.trace")}
      aside={
        <Checkbox checked={onlyProblems} onCheckedChange={setOnlyProblems}>
          {t("rules.onlyProblems")}
        </Checkbox>
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={t("rules.noProblems")} />
      ) : (
        <div className={styles.frame}>
          <table className={styles.table} aria-label={t("rules.trace")}>
            <thead>
              <tr>
                <th scope="col">{t("rules.stage")}</th>
                <th scope="col">{t("rules.step")}</th>
                <th scope="col" className={styles.figure}>
                  {t("rules.actual")}
                </th>
                <th scope="col" className={styles.figure}>
                  {t("rules.limit")}
                </th>
                {hasPoints && (
                  <th scope="col" className={styles.figure}>
                    {t("rules.points")}
                  </th>
                )}
                <th scope="col">{t("rules.result")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((step, at) => (
                // A trace is immutable and its steps have no other identity than their place.
                <StepRow key={`${step.rule}-${at}`} step={step} hasPoints={hasPoints} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function StepRow({ step, hasPoints }: { step: Step; hasPoints: boolean }) {
  const t = useT();
  return (
    <tr>
      <td className={styles.stage}>{t.find(`stage.${step.stage}`) ?? step.stage}</td>
      <th scope="row">
        {step.sentence}
        <div className={styles.rule}>{step.rule}</div>
      </th>
      <td className={styles.figure}>{step.actual ?? "—"}</td>
      <td className={styles.figure}>{[step.operator, step.limit].filter(Boolean).join(" ") || "—"}</td>
      {hasPoints && <td className={styles.figure}>{step.points ?? "—"}</td>}
      <td>
        <Tag {...looks[step.result]}>{t(`result.${step.result}`)}</Tag>
      </td>
    </tr>
  );
}

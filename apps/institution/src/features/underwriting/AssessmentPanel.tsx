import { DescriptionsGrid } from "@daichao/ui/antd";
import { EmptyState, Instant, StatusTag } from "@daichao/ui/light";
import type { AssessmentPanel_AssessmentFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Figure, Figures } from "../../ui/Figure.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./AssessmentPanel.module.css";
import { TraceTable } from "./TraceTable.tsx";
import { useSuggestion } from "./useSuggestion.ts";

graphql(`
  fragment AssessmentPanel_assessment on Assessment {
    id
    outcome
    score
    scoreBand
    suggestedAmount
    suggestedRate
    suggestedTermCount
    ruleSetName
    ruleSetVersion
    ruleSetHash
    assessedAt
    durationMicros
    reasons {
      code
      text
    }
    trace {
      rule
      stage
      sentence
      field
      actual
      operator
      limit
      points
      result
    }
  }
`);

/** What the institution's model said, and every step that led there. */
export function AssessmentPanel({ assessment }: { assessment: AssessmentPanel_AssessmentFragment | null }) {
  const t = useT();
  if (assessment === null) return <EmptyState title={t("rules.none")} reason={t("rules.noneReason")} />;
  return <Spoken assessment={assessment} />;
}

function Spoken({ assessment }: { assessment: AssessmentPanel_AssessmentFragment }) {
  const t = useT();
  const suggestion = useSuggestion(assessment);
  const { ruleSetName: name, ruleSetVersion: version, reasons } = assessment;
  const items = [
    { key: "set", label: t("rules.set"), value: t("rules.setOf", { name, version }) },
    { key: "assessed", label: t("rules.assessed"), value: <Instant at={assessment.assessedAt} /> },
    { key: "took", label: t("rules.took"), value: t("rules.micros", { count: assessment.durationMicros }) },
    {
      key: "hash",
      label: t("rules.hash"),
      value: <code className={styles.hash}>{assessment.ruleSetHash}</code>,
      wide: true,
    },
  ];
  return (
    <>
      <Section title={t("rules.outcome")}>
        <Figures>
          <Figure label={t("rules.outcome")}>
            <StatusTag kind="rule" status={assessment.outcome} />
          </Figure>
          <Figure
            label={t("rules.score")}
            note={assessment.scoreBand === null ? undefined : t("rules.band", { band: assessment.scoreBand })}
          >
            {assessment.score ?? t("figure.none")}
          </Figure>
          {suggestion !== null && <Figure label={t("rules.suggested")}>{suggestion}</Figure>}
        </Figures>
        {reasons.length > 0 && (
          <div>
            <h3 className={styles.label}>{t("rules.reasons")}</h3>
            <ul className={styles.reasons}>
              {reasons.map(({ code, text }) => (
                <li key={code}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <DescriptionsGrid columnWidth={180} items={items} />
      </Section>
      <TraceTable trace={assessment.trace} />
    </>
  );
}

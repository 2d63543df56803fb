import { Button, EmptyState, Instant, LinkButton, Segmented, StatusTag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { DecisionPanel_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useKey } from "../../lib/shortcuts.tsx";
import { useT } from "../../lib/texts.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import styles from "./DecisionPanel.module.css";
import type { Mode } from "./decision-draft.ts";
import { modes } from "./decision-draft.ts";
import { useSuggestion } from "./useSuggestion.ts";

graphql(`
  fragment DecisionPanel_application on Application {
    id
    number
    state
    version
    amount
    termCount
    method
    permittedActions
    applicant {
      nameMasked
    }
    product {
      versionId
      amountMin
      amountMax
      rateMax
      termOptions
      repaymentMethods
    }
    assessment {
      id
      outcome
      score
      scoreBand
      suggestedAmount
      suggestedRate
      suggestedTermCount
      reasons {
        code
        text
      }
    }
    refusalReasons {
      code
      text
    }
    pendingApproval {
      id
      state
      makerName
      createdAt
      isMine
      canDecide
    }
  }
`);

export interface DecisionPanelProps {
  application: DecisionPanel_ApplicationFragment;
  /** Which verdict is being written; it stands in the address. */
  mode: Mode | null;
  onMode: (mode: Mode | null) => void;
  onRequest: () => void;
  /** The verdict was taken: on to the next one, if the reviewer likes. */
  onDecided: () => void;
  /** Asks for the case as it is now. */
  onReload: () => Promise<unknown>;
  /** What else belongs at this place in this state. */
  children?: ReactNode;
}

const keyOf = { approve: "A", counter: "C", reject: "R" } as const;

function Waiting({ approval }: { approval: NonNullable<DecisionPanel_ApplicationFragment["pendingApproval"]> }) {
  const t = useT();
  return (
    <Notice
      family="waiting"
      title={t("waiting.title")}
      action={
        <LinkButton size="small" href={`/approvals/${approval.id}`}>
          {t("waiting.open")}
        </LinkButton>
      }
    >
      <p>
        {t("waiting.maker", { name: approval.makerName })} <Instant at={approval.createdAt} />
      </p>
      {approval.isMine && <p>{t("waiting.mine")}</p>}
    </Notice>
  );
}

/** What the model said comes first; the person decides after it. */
function ModelSays({ assessment }: { assessment: DecisionPanel_ApplicationFragment["assessment"] }) {
  const t = useT();
  const suggestion = useSuggestion(assessment);
  if (assessment === null) return <p className={styles.quiet}>{t("decide.modelNone")}</p>;
  const { outcome, score, scoreBand, reasons } = assessment;
  return (
    <div className={styles.model}>
      <span className={styles.quiet}>{t("decide.model")}</span>
      <StatusTag kind="rule" status={outcome} />
      {score !== null && (
        <span>
          {t("rules.score")} <span className={styles.score}>{score}</span>
          {scoreBand !== null && ` · ${t("rules.band", { band: scoreBand })}`}
        </span>
      )}
      {suggestion !== null && (
        <span>
          {t("rules.suggested")} {suggestion}
        </span>
      )}
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Refusal({ reasons }: { reasons: DecisionPanel_ApplicationFragment["refusalReasons"] }) {
  const t = useT();
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3 className={styles.label}>{t("decide.reasons")}</h3>
      <ul className={styles.reasons}>
        {reasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** The verdict: what may be decided here and now, with what it would come to. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { application, mode, onMode, onRequest, children } = props;
  const t = useT();
  const { pendingApproval, permittedActions } = application;
  const mayDecide = permittedActions.includes("DECIDE") && pendingApproval === null;
  const mayRequest = permittedActions.includes("REQUEST_DOCUMENT") && pendingApproval === null;
  useKey("a", () => onMode("approve"), mayDecide);
  useKey("c", () => onMode("counter"), mayDecide);
  useKey("r", () => onMode("reject"), mayDecide);
  useKey("i", onRequest, mayRequest);
  return (
    <section className={styles.panel} aria-label={t("decide.title")}>
      <h2 className={styles.title}>{t("decide.title")}</h2>
      <ModelSays assessment={application.assessment} />
      {pendingApproval !== null && <Waiting approval={pendingApproval} />}
      {mayDecide && (
        <Segmented
          legend={t("decide.mode")}
          hideLegend
          look="joined"
          value={mode}
          choices={modes.map((value) => ({
            value,
            label: (
              <>
                {t(`decide.${value}`)} <KeyHint>{keyOf[value]}</KeyHint>
              </>
            ),
          }))}
          onValueChange={onMode}
        />
      )}
      {mayDecide && mode !== null && <DecisionForm key={`${application.id}-${mode}`} {...props} mode={mode} />}
      {mayRequest && mode === null && (
        <>
          {mayDecide && <p className={styles.quiet}>{t("decide.pickVerdict")}</p>}
          <Button size="small" className={styles.suggest} onClick={onRequest}>
            {t("documents.request")} <KeyHint>I</KeyHint>
          </Button>
        </>
      )}
      {!mayDecide && pendingApproval === null && children === undefined && (
        <EmptyState
          title={t(application.state === "NEED_MORE_INFO" ? "decide.paused" : "decide.closed")}
          reason={t("decide.closedReason")}
        />
      )}
      <Refusal reasons={application.refusalReasons} />
      {children}
    </section>
  );
}

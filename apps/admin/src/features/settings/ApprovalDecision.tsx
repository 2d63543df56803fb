import { Button, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { ApprovalDecision_ApprovalFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Note } from "../../ui/Note.tsx";
import { ReasonForm } from "../../ui/ReasonForm.tsx";
import styles from "./ApprovalDecision.module.css";
import type { Verdict } from "./useDecideApproval.ts";
import { useDecideApproval } from "./useDecideApproval.ts";

graphql(`
  fragment ApprovalDecision_approval on Approval {
    id
    kind
    state
    canDecide
    isMine
    makerName
  }
`);

export interface ApprovalDecisionProps {
  approval: ApprovalDecision_ApprovalFragment;
  onDecided?: (verdict: Verdict) => void;
}

const verdicts: readonly Verdict[] = ["APPROVED", "RETURNED", "REJECTED"];

/** The second person's three answers, or why this person has none. Whoever asked is never the one who agrees. */
export function ApprovalDecision({ approval, onDecided }: ApprovalDecisionProps) {
  const t = useT();
  const show = useToast();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { decide, isSubmitting, failures } = useDecideApproval();
  if (approval.state !== "PENDING") return null;
  if (!approval.canDecide) {
    const why = approval.isMine ? t("decision.mine") : t("decision.notYours");
    return <Note>{why}</Note>;
  }
  if (verdict === null)
    return (
      <div className={styles.choice}>
        <div className={styles.actions}>
          {verdicts.map((one) => (
            <Button
              key={one}
              variant={one === "APPROVED" ? "primary" : one === "REJECTED" ? "danger" : "default"}
              onClick={() => setVerdict(one)}
            >
              {t(`decision.${one}`)}
            </Button>
          ))}
        </div>
        <p className={styles.hint}>{t("decision.fourEyes", { maker: approval.makerName })}</p>
      </div>
    );
  const effect = t.find(`decision.effect.${approval.kind}.${verdict}`) ?? t(`decision.effect.${verdict}`);
  return (
    <ReasonForm
      title={t(`decision.title.${verdict}`)}
      effects={[effect]}
      label={t("decision.reason")}
      hint={verdict === "APPROVED" ? undefined : t("decision.reasonHint")}
      confirm={t(`decision.confirm.${verdict}`)}
      danger={verdict === "REJECTED"}
      optional={verdict === "APPROVED"}
      maxLength={500}
      isSubmitting={isSubmitting}
      reasonError={failures.of("reason")}
      formError={failures.form}
      onCancel={() => {
        failures.clear();
        setVerdict(null);
      }}
      onConfirm={(reason) =>
        void decide(approval.id, verdict, reason).then((isTaken) => {
          if (!isTaken) return;
          setVerdict(null);
          show({ message: t(`decision.done.${verdict}`), family: "success" });
          onDecided?.(verdict);
        })
      }
    />
  );
}

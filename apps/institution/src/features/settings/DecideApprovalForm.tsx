import { useMutation } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { Button, TextArea, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { ApprovalDetail_ApprovalFragment, ApprovalVerdict } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { AgreeConfirm } from "./AgreeConfirm.tsx";
import styles from "./Approvals.module.css";

const DecideApprovalDocument = graphql(`
  mutation DecideApproval($input: DecideApprovalInput!) {
    decideApproval(input: $input) {
      id
      ...ApprovalList_approval
      ...ApprovalDetail_approval
    }
  }
`);

/** The second person's verdict: agreeing is confirmed on its figures, to return or refuse needs a reason. */
export function DecideApprovalForm({ approval }: { approval: ApprovalDetail_ApprovalFragment }) {
  const t = useT();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [lacksReason, setLacksReason] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [decide, { loading }] = useMutation(DecideApprovalDocument);
  const speak = (verdict: ApprovalVerdict) => {
    const isMissing = verdict !== "APPROVED" && reason.trim() === "";
    setLacksReason(isMissing);
    setFailure(null);
    if (isMissing || loading) return;
    const words = reason.trim() === "" ? undefined : reason.trim();
    decide({ variables: { input: { approvalId: approval.id, verdict, reason: words } } }).then(
      () => toast({ message: t(`approvals.done.${verdict}`), family: verdict === "APPROVED" ? "success" : "neutral" }),
      (error: unknown) => setFailure(toFailure(error)),
    );
  };
  return (
    <div className={styles.form}>
      <TextArea
        label={t("approvals.reason")}
        hint={t("approvals.reasonHint")}
        rows={2}
        maxLength={300}
        value={reason}
        error={lacksReason ? t("approvals.reasonMissing") : undefined}
        onValueChange={setReason}
      />
      <FormFailure failure={isConfirming ? null : failure} />
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={loading}
          onClick={() => {
            setLacksReason(false);
            setFailure(null);
            setConfirming(true);
          }}
        >
          {t("approvals.agree")}
        </Button>
        <Button disabled={loading} onClick={() => speak("RETURNED")}>
          {t("approvals.return")}
        </Button>
        <Button variant="danger" disabled={loading} onClick={() => speak("REJECTED")}>
          {t("approvals.refuse")}
        </Button>
      </div>
      {isConfirming && (
        <AgreeConfirm
          approval={approval}
          failure={failure}
          isSubmitting={loading}
          onAgree={() => speak("APPROVED")}
          onClose={() => setConfirming(false)}
        />
      )}
    </div>
  );
}

import { useQuery } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { DescriptionsGrid } from "@daichao/ui/antd";
import { Button, Dialog } from "@daichao/ui/light";
import { useEffect, useRef } from "react";
import type { ApprovalDetail_ApprovalFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { isDecision, useAgreedTerms } from "./AgreedTerms.tsx";
import styles from "./Approvals.module.css";

const AgreedCaseDocument = graphql(`
  query AgreedCase($id: ID!) {
    application(id: $id) {
      id
      number
      applicant {
        nameMasked
      }
      product {
        versionId
        name
      }
    }
  }
`);

export interface AgreeConfirmProps {
  approval: ApprovalDetail_ApprovalFragment;
  failure: Failure | null;
  isSubmitting: boolean;
  onAgree: () => void;
  onClose: () => void;
}

/** What is agreed once more, exactly, before it binds: whose case, on which terms, who asked, and what happens then. */
export function AgreeConfirm({ approval, failure, isSubmitting, onAgree, onClose }: AgreeConfirmProps) {
  const t = useT();
  const ofCase = isDecision(approval);
  const { data, error } = useQuery(AgreedCaseDocument, { variables: { id: approval.subjectId }, skip: !ofCase });
  const terms = useAgreedTerms(approval.diff);
  const submit = useRef<HTMLButtonElement>(null);
  const verdict = approval.diff.find(({ field }) => field === "verdict")?.after;
  const effect = (ofCase ? t.find(`approvals.effect.${verdict}`) : null) ?? t("approvals.effect.other");
  const application = data?.application;
  // Nobody agrees to a case they cannot read.
  const isRead = !ofCase || application != null;
  useEffect(() => {
    if (isRead) submit.current?.focus();
  }, [isRead]);
  const subject = ofCase
    ? [
        { key: "number", label: t("confirm.number"), value: application?.number },
        { key: "who", label: t("confirm.applicant"), value: application?.applicant?.nameMasked },
        { key: "product", label: t("terms.product"), value: application?.product.name },
      ]
    : [{ key: "summary", label: t("approvals.what"), value: approval.summary, wide: true }];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("approvals.confirm.title")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button ref={submit} variant="primary" disabled={!isRead} loading={isSubmitting} onClick={onAgree}>
            {t("approvals.confirm.submit")}
          </Button>
        </>
      }
    >
      <div className={styles.confirm}>
        <DescriptionsGrid
          columnWidth={180}
          items={[
            ...subject,
            { key: "maker", label: t("approvals.maker"), value: approval.makerName },
            ...(ofCase ? terms : []),
          ]}
        />
        <Notice family="warning" title={effect} />
        <FormFailure failure={failure ?? (error === undefined ? null : toFailure(error))} />
      </div>
    </Dialog>
  );
}

import { DescriptionsGrid, DiffView } from "@daichao/ui/antd";
import { Instant, LinkButton, StatusTag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { ApprovalDetail_ApprovalFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { isDecision, useAgreedTerms } from "./AgreedTerms.tsx";
import styles from "./Approvals.module.css";
import { useDiffWords } from "./approval-words.ts";
import { DecideApprovalForm } from "./DecideApprovalForm.tsx";

graphql(`
  fragment ApprovalDetail_approval on Approval {
    id
    kind
    state
    summary
    subjectType
    subjectId
    makerName
    checkerName
    createdAt
    decidedAt
    reason
    isMine
    canDecide
    diff {
      field
      before
      after
    }
  }
`);

type Approval = ApprovalDetail_ApprovalFragment;

function Subject({ approval }: { approval: Approval }) {
  const t = useT();
  if (approval.subjectType === "Application")
    return (
      <LinkButton size="small" href={`/cases/${approval.subjectId}?view=all`}>
        {t("approvals.case")}
      </LinkButton>
    );
  if (approval.subjectType === "Product")
    return (
      <LinkButton size="small" href={`/products/${approval.subjectId}`}>
        {t("approvals.product")}
      </LinkButton>
    );
  return null;
}

/** Why the reader cannot decide it: their own wish, somebody else's matter, or no right to. */
function WhyNot({ approval }: { approval: Approval }) {
  const t = useT();
  if (approval.state !== "PENDING" || approval.canDecide) return null;
  if (approval.kind === "product.publish") return <Notice family="info" title={t("approvals.platform")} />;
  return <Notice family="waiting" title={t(approval.isMine ? "approvals.mine" : "approvals.notYours")} />;
}

/** One matter: who asked, what would change, and the second person's verdict. */
export function ApprovalDetail({ approval, children }: { approval: Approval; children?: ReactNode }) {
  const t = useT();
  const { nameOf, wordsFor } = useDiffWords();
  const terms = useAgreedTerms(approval.diff);
  const facts = [
    { key: "maker", label: t("approvals.maker"), value: approval.makerName },
    { key: "asked", label: t("loan.at"), value: <Instant at={approval.createdAt} /> },
    ...(approval.decidedAt === null
      ? []
      : [
          { key: "checker", label: t("approvals.checker"), value: approval.checkerName },
          { key: "decided", label: t("loan.at"), value: <Instant at={approval.decidedAt} /> },
        ]),
    ...(approval.reason === null
      ? []
      : [{ key: "reason", label: t("approvals.reason"), value: approval.reason, wide: true }]),
  ];
  return (
    <article className={styles.detail} aria-label={approval.summary}>
      <div>
        <StatusTag kind="approval" status={approval.state} />
        <h2 className={styles.title}>{approval.summary}</h2>
      </div>
      <div className={styles.actions}>
        <Subject approval={approval} />
      </div>
      <DescriptionsGrid columnWidth={140} items={facts} />
      {children}
      {isDecision(approval) ? (
        <Section title={t("approvals.terms")} level={3}>
          <DescriptionsGrid columnWidth={150} items={terms} />
        </Section>
      ) : (
        <Section title={t("approvals.what")} level={3}>
          <DiffView
            label={t("approvals.what")}
            lines={approval.diff.map(({ field, before, after }) => ({
              key: field,
              label: nameOf(field),
              before: wordsFor(field, before),
              after: wordsFor(field, after),
            }))}
          />
        </Section>
      )}
      <WhyNot approval={approval} />
      {approval.canDecide && <DecideApprovalForm key={approval.id} approval={approval} />}
    </article>
  );
}

import { Anchor, DescriptionsGrid, Instant, StatusTag } from "@daichao/ui/antd";
import type { ApprovalFacts_ApprovalFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { DiffLines } from "../../ui/DiffLines.tsx";

graphql(`
  fragment ApprovalFacts_approval on Approval {
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
    institution {
      id
      name
    }
    diff {
      field
      before
      after
    }
  }
`);

/** The page of the thing an approval is about, where there is one. */
function subjectHref(type: string, id: string): string | null {
  if (type === "Product") return `/products/${id}`;
  if (type === "Account") return `/users/all/${id}`;
  if (type === "Application") return `/lending/${id}`;
  return type === "Parameter" ? `/system/parameters?parameter=${id}` : null;
}

/** What is asked, by whom, and what would change. */
export function ApprovalFacts({ approval }: { approval: ApprovalFacts_ApprovalFragment }) {
  const t = useT();
  const href = subjectHref(approval.subjectType, approval.subjectId);
  // Who reads a decision reads all of its terms: those that stay as applied for bind as well.
  const isDecision = approval.kind === "application.decision";
  const title = t(isDecision ? "approval.terms" : "approval.diff");
  const subject = t.find(`subject.${approval.subjectType}`) ?? approval.subjectType;
  return (
    <>
      <DescriptionsGrid
        items={[
          { key: "state", label: t("approval.state"), value: <StatusTag kind="approval" status={approval.state} /> },
          {
            key: "kind",
            label: t("approval.kind"),
            value: t.find(`approval.kind.${approval.kind}`) ?? approval.kind,
          },
          { key: "maker", label: t("approval.maker"), value: approval.makerName },
          { key: "created", label: t("approval.createdAt"), value: <Instant at={approval.createdAt} /> },
          {
            key: "institution",
            label: t("approval.institution"),
            value: approval.institution?.name ?? t("approval.platform"),
          },
          {
            key: "subject",
            label: t("approval.subject"),
            value: href === null ? subject : <Anchor href={href}>{t("approval.openSubject", { subject })}</Anchor>,
          },
          ...(approval.decidedAt === null
            ? []
            : [
                { key: "checker", label: t("approval.checker"), value: approval.checkerName },
                { key: "decided", label: t("approval.decidedAt"), value: <Instant at={approval.decidedAt} /> },
              ]),
          ...(approval.reason === null
            ? []
            : [{ key: "reason", label: t("approval.reason"), value: approval.reason, wide: true }]),
        ]}
      />
      <Block title={title}>
        <DiffLines lines={approval.diff} label={title} whole={isDecision} />
      </Block>
    </>
  );
}

import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { Button, EmptyState, ErrorState, Segmented, Skeleton } from "@daichao/ui/light";
import { useParams } from "react-router";
import { CaseBrief } from "../../features/applications/CaseBrief.tsx";
import { ApprovalDetail } from "../../features/settings/ApprovalDetail.tsx";
import { ApprovalList } from "../../features/settings/ApprovalList.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useUrlParams } from "../../lib/url-params.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import styles from "./ApprovalsPage.module.css";

const ApprovalsPageDocument = graphql(`
  query ApprovalsPage($filter: ApprovalFilter, $after: String, $id: ID!, $hasId: Boolean!) {
    approvals(filter: $filter, first: 30, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          state
          ...ApprovalList_approval @unmask
        }
      }
    }
    approval(id: $id) @include(if: $hasId) {
      id
      subjectType
      subjectId
      ...ApprovalDetail_approval @unmask
    }
  }
`);

const ApprovalChangedDocument = graphql(`
  subscription ApprovalChanged {
    approvalChanged {
      id
      ...ApprovalList_approval
      ...ApprovalDetail_approval
    }
  }
`);

const views = ["pending", "decided"] as const;

function useApprovals() {
  const { id = null } = useParams();
  const [params, change] = useUrlParams();
  const view = params.get("view") === "decided" ? "decided" : "pending";
  const filter = view === "pending" ? { state: "PENDING" as const } : undefined;
  const query = useQuery(ApprovalsPageDocument, { variables: { filter, id: id ?? "", hasId: id !== null } });
  const refresh = useRefresh(() => query.refetch());
  useSubscription(ApprovalChangedDocument, { ignoreResults: true, onData: refresh, onError: refresh });
  return { ...query, shown: query.data ?? query.previousData, id, view, change } as const;
}

/** The inbox of the second person; whoever asked sees their own wishes here and why they cannot decide them. */
export function ApprovalsPage() {
  const t = useT();
  usePageTitle(t("approvals.title"));
  const { shown, error, refetch, fetchMore, id, view, change } = useApprovals();
  const all = shown?.approvals?.edges.map(({ node }) => node) ?? [];
  const approvals = view === "decided" ? all.filter(({ state }) => state !== "PENDING") : all;
  const pageInfo = shown?.approvals?.pageInfo;
  const open = shown?.approval;
  return (
    <div className={styles.page}>
      <PageHead
        title={t("approvals.title")}
        lead={t("approvals.lead")}
        actions={
          <Segmented
            legend={t("approvals.filter")}
            hideLegend
            look="joined"
            value={view}
            choices={views.map((value) => ({ value, label: t(`approvals.${value}`) }))}
            onValueChange={(next) => change({ view: next === "pending" ? null : next })}
          />
        }
      />
      {shown === undefined && error !== undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {shown === undefined && error === undefined && <Skeleton height={320} />}
      {shown !== undefined && (
        <div className={styles.split}>
          <div className={styles.list}>
            {approvals.length === 0 && (
              <EmptyState
                title={t(view === "pending" ? "approvals.empty" : "approvals.emptyDecided")}
                reason={t("approvals.emptyReason")}
              />
            )}
            <ApprovalList
              approvals={approvals}
              openId={id}
              hrefOf={(approvalId) => `/approvals/${approvalId}${view === "pending" ? "" : "?view=decided"}`}
            />
            {pageInfo?.hasNextPage && (
              <Button
                block
                variant="quiet"
                onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
              >
                {t("action.more")}
              </Button>
            )}
          </div>
          <div className={styles.detail}>
            {open != null && (
              <ApprovalDetail approval={open}>
                {open.subjectType === "Application" && (
                  <CaseBrief key={open.subjectId} applicationId={open.subjectId} />
                )}
              </ApprovalDetail>
            )}
            {id === null && <p className={styles.quiet}>{t("approvals.pick")}</p>}
            {id !== null && open === null && <EmptyState title={t("error.kind.not_found")} />}
          </div>
        </div>
      )}
    </div>
  );
}

import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { Anchor } from "@daichao/ui/light";
import { useNavigate } from "react-router";
import { AuditFeed } from "../../features/audit/AuditFeed.tsx";
import { ApprovalTable } from "../../features/settings/ApprovalTable.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Block } from "../../ui/Block.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import styles from "./HomePage.module.css";
import { TodaysFigures } from "./TodaysFigures.tsx";

const HomePageDocument = graphql(`
  query HomePage($withAudit: Boolean!) {
    approvals(filter: { state: PENDING }, first: 8) {
      edges {
        node {
          id
          ...ApprovalTable_approval @unmask
        }
      }
    }
    auditEntries(first: 12) @include(if: $withAudit) {
      edges {
        node {
          id
          ...AuditFeed_entry @unmask
        }
      }
    }
  }
`);

const HomePageApprovalChangedDocument = graphql(`
  subscription HomePageApprovalChanged {
    approvalChanged {
      id
      state
      canDecide
    }
  }
`);

/** The platform today: figures, what waits, what happened last. */
export function HomePage() {
  const t = useT();
  const may = useCan();
  const navigate = useNavigate();
  usePageTitle(t("home.title"));
  const withAudit = may("audit:read");
  const { data, error, loading, refetch } = useQuery(HomePageDocument, {
    variables: { withAudit },
    pollInterval: 30_000,
  });
  const refresh = useRefresh(refetch, 1_000);
  useSubscription(HomePageApprovalChangedDocument, { onData: refresh, ignoreResults: true });
  const failure = error === undefined ? null : toFailure(error);
  const approvals = data?.approvals.edges.map(({ node }) => node);
  const entries = data?.auditEntries?.edges.map(({ node }) => node);
  return (
    <Page title={t("home.title")}>
      {may("figures:read") && <TodaysFigures />}
      <div className={withAudit ? styles.columns : styles.column}>
        <Block title={t("home.pending")} aside={<Anchor href="/approvals">{t("home.allPending")}</Anchor>}>
          <ApprovalTable
            brief
            name="home-approvals"
            label={t("home.pending")}
            rows={approvals ?? []}
            loading={loading && approvals === undefined}
            failure={failure}
            onRetry={() => void refetch()}
            onOpen={({ id, subjectType, subjectId }) =>
              void navigate(subjectType === "Product" ? `/products/${subjectId}` : `/approvals/${id}`)
            }
            emptyTitle={t("approvals.empty")}
            emptyReason={t("approvals.emptyReason")}
          />
        </Block>
        {withAudit && (
          <Block title={t("home.audit")} aside={<Anchor href="/system/audit">{t("home.allAudit")}</Anchor>}>
            <Panel data={entries} failure={failure} onRetry={() => void refetch()} height={420}>
              {(shown) => <AuditFeed entries={shown} label={t("home.audit")} />}
            </Panel>
          </Block>
        )}
      </div>
    </Page>
  );
}

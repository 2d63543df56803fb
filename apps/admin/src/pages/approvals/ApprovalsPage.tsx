import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterField } from "@daichao/ui/antd";
import { FilterBar } from "@daichao/ui/antd";
import { useNavigate, useParams } from "react-router";
import { ApprovalTable } from "../../features/settings/ApprovalTable.tsx";
import type { ApprovalState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Page } from "../../ui/Page.tsx";
import { ApprovalPanel } from "./ApprovalPanel.tsx";

const ApprovalsPageDocument = graphql(`
  query ApprovalsPage($filter: ApprovalFilter, $after: String) {
    approvals(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ApprovalTable_approval @unmask
        }
      }
    }
  }
`);

const ApprovalsPageChangedDocument = graphql(`
  subscription ApprovalsPageChanged {
    approvalChanged {
      id
      state
      canDecide
    }
  }
`);

const kinds = ["product.publish", "parameter.change", "account.unfreeze", "application.decision", "placement.book"];
const states: readonly ApprovalState[] = ["PENDING", "APPROVED", "RETURNED", "REJECTED", "WITHDRAWN"];

/** Everything that needs a second person. */
export function ApprovalsPage() {
  const t = useT();
  const { id } = useParams();
  const navigate = useNavigate();
  usePageTitle(t("approvals.title"));
  const fields: readonly FilterField[] = [
    {
      key: "state",
      label: t("approval.state"),
      type: "one",
      choices: states.map((value) => ({ value, label: t(`status.approval.${value}`) })),
    },
    {
      key: "kind",
      label: t("approval.kind"),
      type: "one",
      choices: kinds.map((value) => ({ value, label: t.find(`approval.kind.${value}`) ?? value })),
    },
  ];
  const list = useListAddress(fields);
  const state = states.find((one) => one === list.values.state) ?? null;
  const filter = { state, kind: list.values.kind || null };
  const { data, previousData, error, loading, refetch } = useQuery(ApprovalsPageDocument, {
    variables: { filter, after: list.after },
    notifyOnNetworkStatusChange: true,
  });
  const refresh = useRefresh(refetch);
  useSubscription(ApprovalsPageChangedDocument, { onData: refresh, ignoreResults: true });
  const approvals = (data ?? previousData)?.approvals;
  return (
    <Page title={t("approvals.title")} lead={t("approvals.lead")}>
      <ApprovalTable
        name="approvals"
        label={t("approvals.title")}
        rows={approvals?.edges.map(({ node }) => node) ?? []}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(approvals)}
        toolbar={<FilterBar fields={fields} values={list.values} onChange={list.setValues} />}
        onOpen={(row) => void navigate(list.hrefOf(`/approvals/${row.id}`))}
        openKey={id ?? null}
        emptyTitle={t("approvals.empty")}
        emptyReason={t("approvals.emptyReason")}
      />
      <ApprovalPanel id={id ?? null} onClose={() => void navigate(list.hrefOf("/approvals"))} />
    </Page>
  );
}

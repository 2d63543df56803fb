import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterField } from "@daichao/ui/antd";
import { FilterBar, Segmented } from "@daichao/ui/antd";
import { Navigate, useNavigate, useParams } from "react-router";
import { AccountTable } from "../../features/identity/AccountTable.tsx";
import type { AccountKind, AccountState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { Page } from "../../ui/Page.tsx";
import { AccountPanel } from "./AccountPanel.tsx";

const UsersPageDocument = graphql(`
  query UsersPage($filter: AccountFilter, $after: String) {
    accounts(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AccountTable_account @unmask
        }
      }
    }
  }
`);

const kinds = ["all", "borrower", "institution", "platform"] as const;
type Kind = (typeof kinds)[number];
const wireKind: Record<Kind, AccountKind | null> = {
  all: null,
  borrower: "BORROWER",
  institution: "INSTITUTION",
  platform: "PLATFORM",
};
const states: readonly AccountState[] = ["ACTIVE", "FROZEN", "PENDING", "CLOSED"];

/** Accounts of all three kinds. */
export function UsersPage() {
  const t = useT();
  const navigate = useNavigate();
  const params = useParams();
  const kind = kinds.find((one) => one === (params.kind ?? "all"));
  usePageTitle(t("users.title"));
  const fields: readonly FilterField[] = [
    { key: "text", label: t("users.search"), type: "search" },
    {
      key: "state",
      label: t("account.state"),
      type: "one",
      choices: states.map((value) => ({ value, label: t(`status.account.${value}`) })),
    },
  ];
  const list = useListAddress(fields);
  const state = states.find((one) => one === list.values.state) ?? null;
  const filter = { kind: wireKind[kind ?? "all"], state, text: list.values.text || null };
  const { data, previousData, error, loading, refetch } = useQuery(UsersPageDocument, {
    variables: { filter, after: list.after },
    notifyOnNetworkStatusChange: true,
  });
  const accounts = (data ?? previousData)?.accounts;
  if (kind === undefined) return <Navigate to="/users" replace />;
  const { id = null } = params;
  return (
    <Page
      title={t("users.title")}
      lead={t("users.lead")}
      actions={
        <Segmented
          legend={t("account.kind")}
          hideLegend
          look="joined"
          value={kind}
          choices={kinds.map((value) => ({ value, label: t(`users.kind.${value}`) }))}
          onValueChange={(next) => void navigate(`/users/${next}`)}
        />
      }
    >
      <AccountTable
        rows={accounts?.edges.map(({ node }) => node) ?? []}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(accounts)}
        toolbar={<FilterBar fields={fields} values={list.values} onChange={list.setValues} />}
        onOpen={(row) => void navigate(list.hrefOf(`/users/${kind}/${row.id}`))}
        openKey={id}
      />
      <AccountPanel id={id} onClose={() => void navigate(list.hrefOf(`/users/${kind}`))} />
    </Page>
  );
}

import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, EmptyState, Instant, StatusTag } from "@daichao/ui/antd";
import type { AccountTable_AccountFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { ShortTime } from "../../ui/ShortTime.tsx";

graphql(`
  fragment AccountTable_account on Account {
    id
    kind
    displayName
    loginMasked
    state
    createdAt
    lastSeenAt
    institution {
      id
      shortName
    }
    roles {
      id
      name
    }
  }
`);

type Row = AccountTable_AccountFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging" | "onOpen" | "openKey" | "toolbar";

/** Everybody who can sign in. */
export function AccountTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const columns: readonly DataColumn<Row>[] = [
    { key: "name", title: t("account.name"), width: 140, render: (row) => row.displayName },
    { key: "login", title: t("account.login"), width: 216, render: (row) => row.loginMasked || "—" },
    { key: "kind", title: t("account.kind"), width: 112, render: (row) => t(`account.kind.${row.kind}`) },
    { key: "house", title: t("account.institution"), width: 148, render: (row) => row.institution?.shortName ?? "—" },
    { key: "roles", title: t("account.roles"), render: (row) => row.roles.map(({ name }) => name).join(" · ") || "—" },
    {
      key: "state",
      title: t("account.state"),
      width: 112,
      render: (row) => <StatusTag kind="account" status={row.state} />,
    },
    {
      key: "seen",
      title: t("account.lastSeenAt"),
      width: 132,
      render: (row) => (row.lastSeenAt === null ? t("account.never") : <ShortTime at={row.lastSeenAt} />),
    },
    {
      key: "created",
      title: t("account.createdAt"),
      width: 176,
      defaultHidden: true,
      render: (row) => <Instant at={row.createdAt} />,
    },
  ];
  return (
    <DataTable
      name="accounts"
      label={t("users.title")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("users.empty")} reason={t("users.emptyReason")} />}
      {...props}
    />
  );
}

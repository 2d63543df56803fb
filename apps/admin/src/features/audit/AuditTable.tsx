import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, Day, EmptyState, Instant } from "@daichao/ui/antd";
import type { AuditTable_EntryFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment AuditTable_entry on AuditEntry {
    id
    event
    subjectType
    subjectId
    actorKind
    actorName
    occurredAt
    businessDay
    requestId
    diff {
      field
      before
      after
    }
  }
`);

type Row = AuditTable_EntryFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging" | "onOpen" | "openKey" | "toolbar";

/** The event log as what it also is: who did what to which thing. */
export function AuditTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const columns: readonly DataColumn<Row>[] = [
    { key: "at", title: t("audit.at"), width: 176, render: (row) => <Instant at={row.occurredAt} /> },
    { key: "event", title: t("audit.event"), render: (row) => t.find(`event.${row.event}`) ?? row.event },
    {
      key: "actor",
      title: t("audit.actor"),
      width: 176,
      render: (row) => `${row.actorName === null ? "" : `${row.actorName} · `}${t(`actor.${row.actorKind}`)}`,
    },
    {
      key: "subject",
      title: t("audit.subject"),
      width: 128,
      render: (row) => t.find(`subject.${row.subjectType}`) ?? row.subjectType,
    },
    { key: "changes", title: t("audit.changes"), width: 96, align: "end", render: (row) => row.diff.length || "—" },
    {
      key: "day",
      title: t("audit.businessDay"),
      width: 120,
      defaultHidden: true,
      render: (row) => <Day on={row.businessDay} />,
    },
    {
      key: "id",
      title: t("audit.subjectId"),
      width: 300,
      defaultHidden: true,
      render: (row) => <code>{row.subjectId}</code>,
    },
  ];
  return (
    <DataTable
      name="audit"
      label={t("audit.title")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("audit.none")} reason={t("audit.noneReason")} />}
      {...props}
    />
  );
}

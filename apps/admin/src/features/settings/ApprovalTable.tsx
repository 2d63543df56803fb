import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, EmptyState, RelativeTime, StatusTag, Tag } from "@daichao/ui/antd";
import type { ApprovalTable_ApprovalFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useReadable } from "../../ui/use-readable.ts";
import styles from "./ApprovalTable.module.css";

graphql(`
  fragment ApprovalTable_approval on Approval {
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
    canDecide
    isMine
    institution {
      id
      shortName
    }
  }
`);

type Row = ApprovalTable_ApprovalFragment;

export interface ApprovalTableProps
  extends Pick<
    DataTableProps<Row>,
    "rows" | "loading" | "failure" | "onRetry" | "paging" | "onOpen" | "openKey" | "toolbar"
  > {
  name: string;
  label: string;
  /** Why there is nothing. */
  emptyTitle: string;
  emptyReason?: string;
  /** Fewer columns, where what waits is one part of a page. */
  brief?: boolean;
}

const brieflyLeftOut: ReadonlySet<string> = new Set(["kind", "state", "maker"]);

/** Wishes that a second person answers. */
export function ApprovalTable({ name, label, emptyTitle, emptyReason, brief = false, ...rest }: ApprovalTableProps) {
  const t = useT();
  const readable = useReadable();
  const columns: readonly DataColumn<Row>[] = [
    {
      key: "summary",
      title: t("approval.summary"),
      render: (row) => <Summary sentence={readable(row.summary)} />,
    },
    {
      key: "kind",
      title: t("approval.kind"),
      width: 132,
      render: (row) => t.find(`approval.kind.${row.kind}`) ?? row.kind,
    },
    {
      key: "institution",
      title: t("approval.institution"),
      width: 124,
      render: (row) => row.institution?.shortName ?? t("approval.platform"),
    },
    { key: "maker", title: t("approval.maker"), width: 96, render: (row) => row.makerName },
    {
      key: "created",
      title: t("approval.createdAt"),
      width: 124,
      render: (row) => <RelativeTime at={row.createdAt} />,
    },
    {
      key: "state",
      title: t("approval.state"),
      width: 112,
      render: (row) => <StatusTag kind="approval" status={row.state} />,
    },
    {
      key: "turn",
      title: t("approval.turn"),
      width: 132,
      render: (row) =>
        row.state !== "PENDING" ? (
          (row.checkerName ?? "—")
        ) : row.canDecide ? (
          <Tag family="warning">{t("approval.yours")}</Tag>
        ) : (
          t(row.isMine ? "approval.mine" : "approval.others")
        ),
    },
  ];
  return (
    <DataTable
      name={name}
      label={label}
      columns={brief ? columns.filter(({ key }) => !brieflyLeftOut.has(key)) : columns}
      rowKey={({ id }) => id}
      brief={brief}
      empty={<EmptyState title={emptyTitle} reason={emptyReason} />}
      {...rest}
    />
  );
}

/** Two lines at the most, whatever its maker wrote; the whole sentence is in the title and in what opens. */
function Summary({ sentence }: { sentence: string }) {
  return (
    <span className={styles.summary} title={sentence}>
      {sentence}
    </span>
  );
}

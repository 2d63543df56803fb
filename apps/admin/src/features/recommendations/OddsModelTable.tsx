import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, Day, EmptyState, Tag } from "@daichao/ui/antd";
import type { StatusFamily } from "@daichao/ui/format";
import type { OddsModelTable_ModelFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment OddsModelTable_model on OddsModel {
    id
    version
    state
    failure
    failureDetail
    trainedOn
    decisionCount
    holdoutCount
    auc
    brier
    calibrationError
    ranking {
      wishCount
      ndcg
      popularityNdcg
      cheapestNdcg
    }
  }
`);

type Row = OddsModelTable_ModelFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging";

const families: Readonly<Record<Row["state"], StatusFamily>> = {
  ACTIVE: "success",
  RETIRED: "neutral",
  FAILED: "error",
};

const three = (value: number | null): string => (value === null ? "—" : value.toFixed(3));

/** Every training with its figures, or with why it gave no model. */
export function OddsModelTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const columns: readonly DataColumn<Row>[] = [
    { key: "version", title: t("odds.version"), width: 72, render: (row) => row.version },
    {
      key: "state",
      title: t("odds.state"),
      width: 100,
      render: (row) => <Tag family={families[row.state]}>{t(`odds.state.${row.state}`)}</Tag>,
    },
    {
      key: "failure",
      title: t("odds.failure"),
      render: (row) =>
        row.failure === null ? "—" : `${t(`odds.failure.${row.failure}`)} ${row.failureDetail ?? ""}`.trim(),
    },
    { key: "day", title: t("odds.trainedOn"), width: 116, render: (row) => <Day on={row.trainedOn} /> },
    { key: "decisions", title: t("odds.decisions"), width: 92, align: "end", render: (row) => row.decisionCount },
    { key: "holdout", title: t("odds.holdout"), width: 92, align: "end", render: (row) => row.holdoutCount ?? "—" },
    { key: "auc", title: "AUC", width: 72, align: "end", render: (row) => three(row.auc) },
    { key: "brier", title: "Brier", width: 72, align: "end", render: (row) => three(row.brier) },
    {
      key: "error",
      title: t("odds.calibrationError"),
      width: 104,
      align: "end",
      render: (row) => three(row.calibrationError),
    },
    {
      key: "ndcg",
      title: t("odds.ndcg"),
      width: 160,
      align: "end",
      render: ({ ranking }) =>
        ranking === null
          ? "—"
          : `${three(ranking.ndcg)} / ${three(ranking.popularityNdcg)} / ${three(ranking.cheapestNdcg)}`,
    },
  ];
  return (
    <DataTable
      name="odds-models"
      label={t("odds.title")}
      columns={columns}
      rowKey={({ id }) => id}
      brief
      empty={<EmptyState title={t("odds.empty")} reason={t("odds.emptyReason")} />}
      {...props}
    />
  );
}

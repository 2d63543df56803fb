import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, EmptyState, Instant, Tag } from "@daichao/ui/antd";
import type { ParameterTable_ParameterFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useParameterWords } from "../../ui/use-parameter-words.ts";

graphql(`
  fragment ParameterTable_parameter on Parameter {
    id
    name
    label
    value
    unit
    effectiveFrom
    needsApproval
    history {
      id
    }
  }
`);

type Row = ParameterTable_ParameterFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "onOpen" | "openKey" | "toolbar";

/** Every parameter with the value in force. */
export function ParameterTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const words = useParameterWords();
  const columns: readonly DataColumn<Row>[] = [
    { key: "label", title: t("parameter.label"), render: (row) => row.label },
    {
      key: "value",
      title: t("parameter.value"),
      width: 200,
      align: "end",
      render: (row) => words.withUnit(row.unit, row.value),
    },
    {
      key: "guard",
      title: t("parameter.guard"),
      width: 132,
      render: (row) =>
        row.needsApproval ? <Tag family="warning">{t("parameter.guard.two")}</Tag> : t("parameter.guard.one"),
    },
    {
      key: "from",
      title: t("parameter.effectiveFrom"),
      width: 180,
      render: (row) => (row.history.length === 1 ? t("parameter.initial") : <Instant at={row.effectiveFrom} />),
    },
    { key: "versions", title: t("parameter.versions"), width: 88, align: "end", render: (row) => row.history.length },
    {
      key: "name",
      title: t("parameter.name"),
      width: 352,
      defaultHidden: true,
      render: (row) => <code>{row.name}</code>,
    },
  ];
  return (
    <DataTable
      name="parameters"
      label={t("system.parameters")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("parameters.empty")} reason={t("parameters.emptyReason")} />}
      {...props}
    />
  );
}

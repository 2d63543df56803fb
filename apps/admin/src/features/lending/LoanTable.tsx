import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, Day, EmptyState, Money, StatusTag } from "@daichao/ui/antd";
import { formatRate } from "@daichao/ui/format";
import type { LoanTable_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment LoanTable_loan on Loan {
    id
    number
    state
    principal
    outstandingPrincipal
    annualRate
    daysPastDue
    startOn
    borrowerNameMasked
    institution {
      id
      shortName
    }
    product {
      id
      name
    }
  }
`);

type Row = LoanTable_LoanFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging" | "onOpen" | "openKey" | "toolbar";

/** Loans of everybody, borrowers masked. */
export function LoanTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const columns: readonly DataColumn<Row>[] = [
    { key: "number", title: t("loan.number"), width: 184, render: (row) => row.number },
    { key: "borrower", title: t("loan.borrower"), width: 88, render: (row) => row.borrowerNameMasked ?? "—" },
    { key: "product", title: t("loan.product"), render: (row) => row.product.name },
    { key: "institution", title: t("loan.institution"), width: 112, render: (row) => row.institution.shortName },
    {
      key: "principal",
      title: t("loan.principal"),
      width: 108,
      align: "end",
      render: (row) => <Money amount={row.principal} />,
    },
    {
      key: "outstanding",
      title: t("loan.outstanding"),
      width: 108,
      align: "end",
      render: (row) => <Money amount={row.outstandingPrincipal} />,
    },
    { key: "rate", title: t("loan.rate"), width: 84, align: "end", render: (row) => formatRate(row.annualRate) },
    { key: "late", title: t("loan.daysPastDue"), width: 72, align: "end", render: (row) => row.daysPastDue || "—" },
    {
      key: "state",
      title: t("loan.state"),
      width: 124,
      render: (row) => <StatusTag kind="loan" status={row.state} lateness={{ daysPastDue: row.daysPastDue }} />,
    },
    {
      key: "start",
      title: t("loan.startOn"),
      width: 120,
      defaultHidden: true,
      render: (row) => <Day on={row.startOn} />,
    },
  ];
  return (
    <DataTable
      name="loans"
      label={t("lending.loans")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("lending.empty")} reason={t("lending.emptyReason")} />}
      {...props}
    />
  );
}

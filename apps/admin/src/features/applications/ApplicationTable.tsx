import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, EmptyState, Money, StatusTag } from "@daichao/ui/antd";
import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { ApplicationTable_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { ShortTime } from "../../ui/ShortTime.tsx";

graphql(`
  fragment ApplicationTable_application on Application {
    id
    number
    state
    amount
    termCount
    submittedAt
    applicant {
      nameMasked
      phoneMasked
    }
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

type Row = ApplicationTable_ApplicationFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging" | "onOpen" | "openKey" | "toolbar";

/** Applications of everybody, applicants masked. */
export function ApplicationTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const { ahead } = useBusinessClock();
  const { locale } = useLocale();
  const columns: readonly DataColumn<Row>[] = [
    { key: "number", title: t("application.number"), width: 156, render: (row) => row.number },
    {
      key: "applicant",
      title: t("application.applicant"),
      width: 84,
      render: (row) => row.applicant?.nameMasked ?? "—",
    },
    { key: "product", title: t("application.product"), render: (row) => row.product.name },
    { key: "institution", title: t("application.institution"), width: 112, render: (row) => row.institution.shortName },
    {
      key: "amount",
      title: t("application.amount"),
      width: 112,
      align: "end",
      render: (row) => <Money amount={row.amount} />,
    },
    {
      key: "term",
      title: t("application.term"),
      width: 92,
      align: "end",
      render: (row) => formatTerm(row.termCount, locale),
    },
    {
      key: "state",
      title: t("application.state"),
      width: 200,
      render: (row) => <StatusTag kind="application" status={row.state} />,
    },
    {
      key: "submitted",
      title: t("application.submittedAt"),
      width: 124,
      render: (row) => <ShortTime at={row.submittedAt} now={Date.now() + ahead} />,
    },
    {
      key: "phone",
      title: t("application.phone"),
      width: 128,
      defaultHidden: true,
      render: (row) => row.applicant?.phoneMasked ?? "—",
    },
  ];
  return (
    <DataTable
      name="applications"
      label={t("lending.applications")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("lending.empty")} reason={t("lending.emptyReason")} />}
      {...props}
    />
  );
}

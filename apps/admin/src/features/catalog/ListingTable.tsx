import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { DataTable, EmptyState, MoneyRange, StatusTag, Tag } from "@daichao/ui/antd";
import { formatRateRange } from "@daichao/ui/format";
import type { ListingTable_ListingFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { ShortTime } from "../../ui/ShortTime.tsx";

graphql(`
  fragment ListingTable_listing on ProductListing {
    id
    state
    updatedAt
    openApplicationCount
    institution {
      id
      shortName
    }
    pendingApproval {
      id
    }
    current {
      id
      name
      number
      amountMin
      amountMax
      annualCost {
        min
        max
      }
    }
    draft {
      id
      name
      number
      amountMin
      amountMax
      annualCost {
        min
        max
      }
    }
  }
`);

type Row = ListingTable_ListingFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging" | "onOpen" | "toolbar";

/** Every product as the platform keeps it, on the shelf or not. */
export function ListingTable(props: Pick<DataTableProps<Row>, Passed>) {
  const t = useT();
  const { ahead } = useBusinessClock();
  const columns: readonly DataColumn<Row>[] = [
    { key: "name", title: t("listing.name"), render: (row) => (row.current ?? row.draft)?.name ?? "—" },
    { key: "institution", title: t("listing.institution"), width: 112, render: (row) => row.institution.shortName },
    {
      key: "state",
      title: t("listing.state"),
      width: 132,
      render: (row) => <StatusTag kind="product" status={row.state} />,
    },
    {
      key: "review",
      title: t("listing.review"),
      width: 120,
      render: (row) =>
        row.pendingApproval === null ? (
          "—"
        ) : (
          <Tag family="warning">{t("listing.waiting", { number: row.draft?.number ?? 1 })}</Tag>
        ),
    },
    {
      key: "cost",
      title: t("listing.cost"),
      width: 132,
      align: "end",
      render: (row) => {
        const cost = (row.current ?? row.draft)?.annualCost;
        return cost === undefined ? "—" : formatRateRange(cost.min, cost.max);
      },
    },
    {
      key: "amount",
      title: t("listing.amount"),
      width: 148,
      align: "end",
      render: (row) => {
        const version = row.current ?? row.draft;
        return version === null ? "—" : <MoneyRange least={version.amountMin} most={version.amountMax} />;
      },
    },
    { key: "open", title: t("listing.open"), width: 104, align: "end", render: (row) => row.openApplicationCount },
    {
      key: "updated",
      title: t("listing.updatedAt"),
      width: 120,
      render: (row) => <ShortTime at={row.updatedAt} now={Date.now() + ahead} />,
    },
  ];
  return (
    <DataTable
      name="listings"
      label={t("products.title")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("products.empty")} reason={t("products.emptyReason")} />}
      {...props}
    />
  );
}

import type { DataColumn, DataTableProps } from "@daichao/ui/antd";
import { Button, DataTable, Day, EmptyState, Money, Tag } from "@daichao/ui/antd";
import type { StatusFamily } from "@daichao/ui/format";
import type { PlacementTable_PlacementFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment PlacementTable_placement on PlacementBooking {
    id
    place
    state
    payerName
    startsOn
    endsOn
    dailyPrice
    budget
    spent
    endedReason
    endedNote
    version
    product {
      id
      name
    }
  }
`);

export type PlacementRow = PlacementTable_PlacementFragment;
type Passed = "rows" | "loading" | "failure" | "onRetry" | "paging" | "toolbar";

const families: Readonly<Record<PlacementRow["state"], StatusFamily>> = {
  PROPOSED: "warning",
  BOOKED: "success",
  ENDED: "neutral",
  REJECTED: "error",
};

export interface PlacementTableProps extends Pick<DataTableProps<PlacementRow>, Passed> {
  /** Null for somebody who may not stop one. */
  onEnd: ((row: PlacementRow) => void) | null;
}

/** Slots that are paid for: who pays, where, when, and how much of the budget is spent. */
export function PlacementTable({ onEnd, ...props }: PlacementTableProps) {
  const t = useT();
  const columns: readonly DataColumn<PlacementRow>[] = [
    {
      key: "state",
      title: t("placement.state"),
      width: 88,
      render: (row) => <Tag family={families[row.state]}>{t(`placement.state.${row.state}`)}</Tag>,
    },
    { key: "place", title: t("placement.place"), width: 96, render: (row) => t(`placement.place.${row.place}`) },
    { key: "product", title: t("placement.product"), render: (row) => row.product?.name ?? t("placement.offShelf") },
    { key: "payer", title: t("placement.payer"), width: 184, render: (row) => row.payerName },
    {
      key: "days",
      title: t("placement.days"),
      width: 196,
      render: (row) => (
        <>
          <Day on={row.startsOn} /> – <Day on={row.endsOn} />
        </>
      ),
    },
    {
      key: "price",
      title: t("field.dailyPrice"),
      width: 84,
      align: "end",
      render: (row) => <Money amount={row.dailyPrice} />,
    },
    {
      key: "spent",
      title: t("placement.spent"),
      width: 164,
      align: "end",
      render: (row) => (
        <>
          <Money amount={row.spent} /> / <Money amount={row.budget} />
        </>
      ),
    },
    {
      key: "ended",
      title: t("placement.ended"),
      defaultHidden: true,
      render: (row) =>
        [row.endedReason === null ? null : t(`placement.end.${row.endedReason}`), row.endedNote]
          .filter((part) => part !== null)
          .join(" · ") || "—",
    },
    {
      key: "act",
      title: t("placement.act"),
      width: 68,
      render: (row) =>
        onEnd !== null && (row.state === "BOOKED" || row.state === "PROPOSED") ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t("placement.stopOne", { product: row.product?.name ?? row.payerName })}
            onClick={() => onEnd(row)}
          >
            {t("placement.stop")}
          </Button>
        ) : null,
    },
  ];
  return (
    <DataTable
      name="placements"
      label={t("placement.title")}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("placement.empty")} reason={t("placement.emptyReason")} />}
      {...props}
    />
  );
}

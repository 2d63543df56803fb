import { useMutation, useQuery } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { PlusIcon } from "@daichao/ui";
import type { FilterField } from "@daichao/ui/antd";
import { Button, FilterBar, listOf, useToast } from "@daichao/ui/antd";
import { useState } from "react";
import { BookPlacement } from "../../features/marketing/BookPlacement.tsx";
import { type PlacementRow, PlacementTable } from "../../features/marketing/PlacementTable.tsx";
import type { PlacementState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useFormFailures } from "../../lib/form-failures.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { Page } from "../../ui/Page.tsx";
import { ReasonForm } from "../../ui/ReasonForm.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";

const PlacementsPageDocument = graphql(`
  query PlacementsPage($filter: PlacementFilter, $after: String) {
    placementBookings(filter: $filter, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...PlacementTable_placement @unmask
        }
      }
    }
    products(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const EndPlacementDocument = graphql(`
  mutation EndPlacement($input: EndPlacementInput!) {
    endPlacement(input: $input) {
      id
      ...PlacementTable_placement @unmask
    }
  }
`);

const states: readonly PlacementState[] = ["PROPOSED", "BOOKED", "ENDED", "REJECTED"];

/** Slots that are paid for, outside every order: book, watch the budget, stop. */
export function PlacementsPage() {
  const t = useT();
  usePageTitle(t("placement.title"));
  const may = useCan();
  const show = useToast();
  const { today } = useBusinessClock();
  const fields: readonly FilterField[] = [
    {
      key: "state",
      label: t("placement.state"),
      type: "many",
      choices: states.map((value) => ({ value, label: t(`placement.state.${value}`) })),
    },
  ];
  const list = useListAddress(fields);
  const wanted = listOf(list.values.state);
  const filter = { states: wanted.length === 0 ? null : states.filter((state) => wanted.includes(state)) };
  const { data, error, loading, refetch } = useQuery(PlacementsPageDocument, {
    variables: { filter, after: list.after },
  });
  const [isBooking, setBooking] = useState(false);
  const [ending, setEnding] = useState<PlacementRow | null>(null);
  const mayManage = may("placement:manage");
  return (
    <Page
      title={t("placement.title")}
      lead={t("placement.lead")}
      actions={
        mayManage && (
          <Button icon={PlusIcon} onClick={() => setBooking(true)}>
            {t("placement.book")}
          </Button>
        )
      }
    >
      <PlacementTable
        rows={data?.placementBookings.edges.map(({ node }) => node) ?? []}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(data?.placementBookings)}
        toolbar={<FilterBar fields={fields} values={list.values} onChange={list.setValues} />}
        onEnd={mayManage ? setEnding : null}
      />
      <SidePanel title={t("placement.book")} open={isBooking} onClose={() => setBooking(false)} width={520}>
        <BookPlacement
          products={data?.products.edges.map(({ node }) => node) ?? []}
          today={today}
          onCancel={() => setBooking(false)}
          onBooked={() => {
            setBooking(false);
            show({ message: t("placement.asked"), family: "success" });
            void refetch();
          }}
        />
      </SidePanel>
      <SidePanel title={t("placement.stop")} open={ending !== null} onClose={() => setEnding(null)} width={520}>
        {ending !== null && <StopPlacement row={ending} onDone={() => setEnding(null)} />}
      </SidePanel>
    </Page>
  );
}

function StopPlacement({ row, onDone }: { row: PlacementRow; onDone: () => void }) {
  const t = useT();
  const show = useToast();
  const failures = useFormFailures(["reason"]);
  const [end, { loading }] = useMutation(EndPlacementDocument);
  const confirm = async (reason: string): Promise<void> => {
    failures.clear();
    try {
      await end({ variables: { input: { placementId: row.id, version: row.version, reason } } });
      show({ message: t("placement.stopped"), family: "success" });
      onDone();
    } catch (error) {
      failures.take(error);
    }
  };
  return (
    <ReasonForm
      title={row.product?.name ?? row.payerName}
      effects={[t("placement.stop.effect"), t("placement.stop.charged")]}
      label={t("placement.reason")}
      confirm={t("placement.stop")}
      danger
      isSubmitting={loading}
      reasonError={failures.of("reason")}
      formError={failures.form}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onDone}
    />
  );
}

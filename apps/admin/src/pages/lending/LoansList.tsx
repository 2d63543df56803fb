import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterField } from "@daichao/ui/antd";
import { EmptyState, FilterBar, listOf } from "@daichao/ui/antd";
import { useNavigate } from "react-router";
import { LoanFacts } from "../../features/lending/LoanFacts.tsx";
import { LoanTable } from "../../features/lending/LoanTable.tsx";
import type { LoanState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";

const LoansListDocument = graphql(`
  query LoansList($filter: LoanFilter, $after: String) {
    loans(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...LoanTable_loan @unmask
        }
      }
    }
  }
`);

const LoanPanelDocument = graphql(`
  query LoanPanel($id: ID!) {
    loan(id: $id) {
      id
      number
      ...LoanFacts_loan @unmask
    }
  }
`);

const LoansListChangedDocument = graphql(`
  subscription LoansListChanged {
    loanChanged {
      id
      state
      outstandingPrincipal
      daysPastDue
    }
  }
`);

const states: readonly LoanState[] = [
  "ACTIVE",
  "IN_GRACE",
  "OVERDUE",
  "RESTRUCTURED",
  "SETTLED",
  "EARLY_SETTLED",
  "WRITTEN_OFF",
];

export function LoansList({ id }: { id: string | null }) {
  const t = useT();
  const navigate = useNavigate();
  const fields: readonly FilterField[] = [
    { key: "text", label: t("lending.searchLoans"), type: "search" },
    {
      key: "state",
      label: t("loan.state"),
      type: "many",
      choices: states.map((value) => ({ value, label: t(`status.loan.${value}`) })),
    },
  ];
  const list = useListAddress(fields);
  const wanted = listOf(list.values.state);
  const filter = {
    text: list.values.text || null,
    states: wanted.length === 0 ? null : states.filter((state) => wanted.includes(state)),
  };
  const { data, previousData, error, loading, refetch } = useQuery(LoansListDocument, {
    variables: { filter, after: list.after },
    notifyOnNetworkStatusChange: true,
  });
  const refresh = useRefresh(refetch, 1_500);
  useSubscription(LoansListChangedDocument, { onData: refresh, ignoreResults: true });
  const loans = (data ?? previousData)?.loans;
  return (
    <>
      <LoanTable
        rows={loans?.edges.map(({ node }) => node) ?? []}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(loans)}
        toolbar={<FilterBar fields={fields} values={list.values} onChange={list.setValues} />}
        onOpen={(row) => void navigate(list.hrefOf(`/lending/${row.id}`))}
        openKey={id}
      />
      <LoanPanel id={id} onClose={() => void navigate(list.hrefOf("/lending"))} />
    </>
  );
}

function LoanPanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery(LoanPanelDocument, { variables: { id: id ?? "" }, skip: id === null });
  const loan = data?.loan;
  return (
    <SidePanel title={loan?.number ?? t("lending.loans")} open={id !== null} onClose={onClose} width={820}>
      {loan === null && error === undefined ? (
        <EmptyState title={t("missing.thing")} reason={t("missing.thingReason")} />
      ) : (
        <Panel
          data={loan}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          height={520}
        >
          {(shown) => <LoanFacts loan={shown} />}
        </Panel>
      )}
    </SidePanel>
  );
}

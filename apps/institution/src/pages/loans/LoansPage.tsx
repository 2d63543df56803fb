import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterField } from "@daichao/ui/antd";
import { DataTable, FilterBar, listOf, readFilters, writeFilters } from "@daichao/ui/antd";
import { EmptyState } from "@daichao/ui/light";
import { useNavigate, useSearchParams } from "react-router";
import { FailedPayouts } from "../../features/lending/FailedPayouts.tsx";
import { useLoanColumns } from "../../features/lending/loan-columns.tsx";
import type { LoanState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import styles from "./Loans.module.css";

const LoansPageDocument = graphql(`
  query LoansPage($filter: LoanFilter, $after: String) {
    loans(filter: $filter, first: 40, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...LoanColumns_loan @unmask
        }
      }
    }
    failed: applications(filter: { states: [DISBURSE_FAILED] }, sort: NEWEST, first: 10) {
      edges {
        node {
          id
          ...PayoutPanel_application @unmask
        }
      }
    }
  }
`);

const LoanChangedDocument = graphql(`
  subscription LoanChanged {
    loanChanged {
      id
      ...LoanColumns_loan
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

function useFields(): readonly FilterField[] {
  const t = useT();
  return [
    { key: "q", label: t("loans.search"), type: "search" },
    {
      key: "state",
      label: t("loans.state"),
      type: "many",
      choices: states.map((value) => ({ value, label: t(`status.loan.${value}`) })),
    },
  ];
}

/** Every loan of the institution, and the payouts that wait to be sent again. */
export function LoansPage() {
  const t = useT();
  usePageTitle(t("loans.title"));
  const navigate = useNavigate();
  const fields = useFields();
  const [params, setParams] = useSearchParams();
  const values = readFilters(fields, params);
  const wanted = states.filter((state) => listOf(values.state).includes(state));
  const filter = { states: wanted.length === 0 ? undefined : wanted, text: values.q };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(LoansPageDocument, {
    variables: { filter },
    notifyOnNetworkStatusChange: true,
  });
  const refresh = useRefresh(refetch, 1_000);
  useSubscription(LoanChangedDocument, { ignoreResults: true, onData: refresh, onError: refresh });
  const columns = useLoanColumns();
  const shown = data ?? previousData;
  const loans = shown?.loans;
  const isNarrowed = Object.keys(values).length > 0;
  return (
    <div className={styles.page}>
      <PageHead title={t("loans.title")} />
      <FailedPayouts applications={shown?.failed?.edges.map(({ node }) => node) ?? []} />
      <div className={styles.table}>
        <DataTable
          name="loans"
          label={t("loans.list")}
          columns={columns}
          rows={loans?.edges.map(({ node }) => node) ?? []}
          rowKey={({ id }) => id}
          loading={loading}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          density="compact"
          toolbar={
            <FilterBar
              fields={fields}
              values={values}
              onChange={(next) => setParams(writeFilters(fields, next, params), { replace: true })}
            />
          }
          onOpen={({ id }) => void navigate(`/loans/${id}`)}
          stickyOffset={52}
          empty={
            <EmptyState
              title={t(isNarrowed ? "loans.none" : "loans.empty")}
              reason={isNarrowed ? undefined : t("loans.emptyReason")}
            />
          }
          paging={{
            totalCount: loans?.totalCount,
            hasMore: loans?.pageInfo.hasNextPage,
            onMore: () => void fetchMore({ variables: { after: loans?.pageInfo.endCursor } }),
          }}
        />
      </div>
    </div>
  );
}

import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { Button, EmptyState, ErrorState, LinkButton } from "@daichao/ui/light";
import { LoanCard } from "../../features/lending/LoanCard.tsx";
import { NextInstalment } from "../../features/lending/NextInstalment.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import styles from "./loans.module.css";

const LoansPageDocument = graphql(`
  query LoansPage($after: String) {
    loans(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          nextInstalment {
            id
            dueOn
          }
          ...LoanCard_loan @unmask
          ...NextInstalment_loan @unmask
        }
      }
    }
  }
`);

const LoansChangedDocument = graphql(`
  subscription LoansChanged {
    loanChanged {
      id
      ...LoanCard_loan @unmask
      ...NextInstalment_loan @unmask
    }
  }
`);

/** All loans: first what is due soonest, then the running ones, then those paid off. */
export function LoansPage() {
  const t = useT();
  usePageTitle(t("tab.loans"));
  const { data, error, loading, refetch, fetchMore } = useQuery(LoansPageDocument, {
    notifyOnNetworkStatusChange: true,
  });
  useSubscription(LoansChangedDocument);
  if (data?.loans === undefined) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  const { edges, pageInfo } = data.loans;
  const loans = edges.map((edge) => edge.node);
  const running = loans
    .filter((loan) => loan.nextInstalment !== null)
    .toSorted((a, b) => ((a.nextInstalment?.dueOn ?? "") < (b.nextInstalment?.dueOn ?? "") ? -1 : 1));
  const ended = loans.filter((loan) => loan.nextInstalment === null);
  const [first] = running;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t("loans.title")}</h1>
      {loans.length === 0 && (
        <EmptyState
          title={t("loans.none")}
          reason={t("loans.noneReason")}
          action={<LinkButton href="/products">{t("missing.action")}</LinkButton>}
        />
      )}
      {first !== undefined && <NextInstalment loan={first} />}
      {running.length > 0 && (
        <section aria-labelledby="running" className={styles.group}>
          <h2 id="running" className={styles.subtitle}>
            {t("loans.running", { count: running.length })}
          </h2>
          <ul className={styles.list}>
            {running.map((loan) => (
              <LoanCard key={loan.id} loan={loan} />
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section aria-labelledby="ended" className={styles.group}>
          <h2 id="ended" className={styles.subtitle}>
            {t("loans.ended", { count: ended.length })}
          </h2>
          <ul className={styles.list}>
            {ended.map((loan) => (
              <LoanCard key={loan.id} loan={loan} />
            ))}
          </ul>
        </section>
      )}
      {pageInfo.hasNextPage && (
        <Button loading={loading} onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {t("action.more")}
        </Button>
      )}
    </div>
  );
}

import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { LeftIcon } from "@daichao/ui";
import { EmptyState, ErrorState, LinkButton, Skeleton, StatusTag } from "@daichao/ui/light";
import { useParams } from "react-router";
import { ContractPanel } from "../../features/lending/ContractPanel.tsx";
import { InstalmentTable } from "../../features/lending/InstalmentTable.tsx";
import { LoanFacts } from "../../features/lending/LoanFacts.tsx";
import { PayoutPanel } from "../../features/lending/PayoutPanel.tsx";
import { PaymentTable } from "../../features/repayments/PaymentTable.tsx";
import type { LoanPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import styles from "./Loans.module.css";

const LoanPageDocument = graphql(`
  query LoanPage($id: ID!) {
    loan(id: $id) {
      id
      number
      state
      daysPastDue
      ...LoanFacts_loan @unmask
      ...InstalmentTable_loan @unmask
      payments {
        ...PaymentTable_payment @unmask
      }
      contract {
        ...ContractPanel_contract @unmask
      }
      application {
        id
        ...PayoutPanel_application @unmask
      }
    }
  }
`);

const OneLoanChangedDocument = graphql(`
  subscription OneLoanChanged($loanId: ID!) {
    loanChanged(loanId: $loanId) {
      id
      state
    }
  }
`);

type Loan = NonNullable<LoanPageQuery["loan"]>;

function Content({ loan }: { loan: Loan }) {
  const t = useT();
  const { number, state, daysPastDue, application } = loan;
  return (
    <>
      <PageHead
        title={number}
        lead={<StatusTag kind="loan" status={state} lateness={{ daysPastDue }} />}
        actions={
          <>
            <LinkButton size="small" icon={LeftIcon} href="/loans">
              {t("loans.list")}
            </LinkButton>
            <LinkButton size="small" href={`/cases/${application.id}?view=all`}>
              {t("loan.application")}
            </LinkButton>
          </>
        }
      />
      <LoanFacts loan={loan} />
      <div className={styles.columns}>
        <div className={styles.paper}>
          <InstalmentTable loan={loan} />
        </div>
        <div className={styles.stack}>
          <PaymentTable payments={loan.payments} />
          {application.disbursement !== null && (
            <div className={styles.paper}>
              <PayoutPanel application={application} />
            </div>
          )}
          {loan.contract !== null && (
            <div className={styles.paper}>
              <ContractPanel contract={loan.contract} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** One loan: where it stands, its plan, its payments, its contract. */
export function LoanPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(LoanPageDocument, { variables: { id } });
  const refresh = useRefresh(refetch);
  useSubscription(OneLoanChangedDocument, {
    variables: { loanId: id },
    ignoreResults: true,
    onData: refresh,
    onError: refresh,
  });
  const loan = data?.loan;
  usePageTitle(loan?.number ?? t("loans.title"));
  return (
    <div className={styles.page}>
      {loan === undefined && error !== undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {loan === undefined && error === undefined && (
        <>
          <Skeleton width={240} height={28} />
          <Skeleton height={200} silent />
          <Skeleton height={360} silent />
        </>
      )}
      {loan === null && (
        <EmptyState
          title={<PageTitle>{t("loan.missing")}</PageTitle>}
          action={<LinkButton href="/loans">{t("loans.list")}</LinkButton>}
        />
      )}
      {loan != null && <Content loan={loan} />}
    </div>
  );
}

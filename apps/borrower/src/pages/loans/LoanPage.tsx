import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { EmptyState, ErrorState, LinkButton } from "@daichao/ui/light";
import { useCallback } from "react";
import { useParams } from "react-router";
import { InstalmentTable } from "../../features/lending/InstalmentTable.tsx";
import { LoanSummary } from "../../features/lending/LoanSummary.tsx";
import { SignedContract } from "../../features/lending/SignedContract.tsx";
import { PayLoan } from "../../features/repayments/PayLoan.tsx";
import { PaymentRecords } from "../../features/repayments/PaymentRecords.tsx";
import { graphql } from "../../gql/index.ts";
import { moneyDifference } from "../../lib/lending/figures.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import styles from "./loans.module.css";
import { usePaying } from "./usePaying.ts";

const LoanPageDocument = graphql(`
  query LoanPage($id: ID!) {
    loan(id: $id) {
      id
      ...LoanRoom_loan @unmask
    }
    viewer {
      id
      borrower {
        id
        ...PayLoan_borrower @unmask
      }
    }
  }
`);

graphql(`
  fragment LoanRoom_loan on Loan {
    id
    principal
    outstandingPrincipal
    contract {
      id
      ...SignedContract_contract @unmask
    }
    product {
      id
      name
    }
    ...LoanSummary_loan @unmask
    ...InstalmentTable_loan @unmask
    ...PaymentRecords_loan @unmask
    ...PayLoan_loan @unmask
  }
`);

const LoanChangedDocument = graphql(`
  subscription LoanChanged($loanId: ID!) {
    loanChanged(loanId: $loanId) {
      id
      ...LoanRoom_loan @unmask
    }
  }
`);

/** One loan: what is due, the plan, every payment; paying is a dialogue over it. */
export function LoanPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(LoanPageDocument, { variables: { id } });
  useSubscription(LoanChangedDocument, { variables: { loanId: id } });
  const loan = data?.loan;
  const borrower = data?.viewer?.borrower;
  usePageTitle(loan?.product.name ?? t("tab.loans"));
  const paying = usePaying();
  const reload = useCallback(() => void refetch(), [refetch]);
  if (loan === null || (error !== undefined && toFailure(error).kind === "not_found")) {
    return (
      <EmptyState
        isPage
        title={t("loan.missing")}
        reason={t("missing.reason")}
        action={<LinkButton href="/loans">{t("loan.all")}</LinkButton>}
      />
    );
  }
  if (loan === undefined) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={reload} />;
  }
  return (
    <div className={styles.page}>
      <LoanSummary
        loan={loan}
        repaid={moneyDifference(loan.outstandingPrincipal, loan.principal)}
        action={
          borrower ? (
            <PayLoan
              loan={loan}
              borrower={borrower}
              isOpen={paying.isOpen}
              onOpen={paying.open}
              onClose={paying.close}
              onChanged={reload}
            />
          ) : null
        }
      />
      <InstalmentTable loan={loan} />
      <PaymentRecords loan={loan} />
      {loan.contract !== null && <SignedContract contract={loan.contract} />}
    </div>
  );
}

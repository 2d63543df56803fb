import { Anchor, Day, DescriptionsGrid, Instant, Money, ScheduleTable, StatusTag } from "@daichao/ui/antd";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { LoanFacts_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import styles from "./LoanFacts.module.css";

graphql(`
  fragment LoanFacts_loan on Loan {
    id
    number
    state
    principal
    outstandingPrincipal
    totalPaid
    annualRate
    method
    termCount
    daysPastDue
    startOn
    maturesOn
    borrowerNameMasked
    institution {
      id
      name
    }
    product {
      id
      name
    }
    application {
      id
      number
    }
    instalments {
      id
      number
      dueOn
      payment
      principal
      interest
      fee
      remaining
      state
    }
    payments {
      id
      amount
      state
      createdAt
      failure
      receiptNumber
    }
  }
`);

/** One loan as the platform may see it: read-only, with its plan and every payment. */
export function LoanFacts({ loan }: { loan: LoanFacts_LoanFragment }) {
  const t = useT();
  const { locale } = useLocale();
  return (
    <>
      <DescriptionsGrid
        items={[
          {
            key: "state",
            label: t("loan.state"),
            value: <StatusTag kind="loan" status={loan.state} lateness={{ daysPastDue: loan.daysPastDue }} />,
          },
          { key: "borrower", label: t("loan.borrower"), value: loan.borrowerNameMasked },
          { key: "principal", label: t("loan.principal"), value: <Money amount={loan.principal} /> },
          { key: "outstanding", label: t("loan.outstanding"), value: <Money amount={loan.outstandingPrincipal} /> },
          { key: "paid", label: t("loan.totalPaid"), value: <Money amount={loan.totalPaid} /> },
          { key: "late", label: t("loan.daysPastDue"), value: loan.daysPastDue },
          { key: "rate", label: t("loan.rate"), value: formatRate(loan.annualRate) },
          { key: "method", label: t("loan.method"), value: t(`repaymentMethod.${loan.method}`) },
          { key: "term", label: t("loan.term"), value: formatTerm(loan.termCount, locale) },
          { key: "start", label: t("loan.startOn"), value: <Day on={loan.startOn} /> },
          { key: "end", label: t("loan.maturesOn"), value: <Day on={loan.maturesOn} /> },
          { key: "institution", label: t("loan.institution"), value: loan.institution.name },
          {
            key: "product",
            label: t("loan.product"),
            value: <Anchor href={`/products/${loan.product.id}`}>{loan.product.name}</Anchor>,
          },
          {
            key: "application",
            label: t("loan.application"),
            value: <Anchor href={`/lending/${loan.application.id}`}>{loan.application.number}</Anchor>,
          },
        ]}
      />
      <ScheduleTable
        rows={loan.instalments.map((row) => ({
          number: row.number,
          dueOn: row.dueOn,
          due: row.payment,
          principal: row.principal,
          interest: row.interest,
          fees: row.fee,
          status: row.state,
        }))}
      />
      <Block title={t("loan.payments")}>
        {loan.payments.length === 0 ? (
          <p className={styles.none}>{t("loan.noPayments")}</p>
        ) : (
          <ul className={styles.payments}>
            {loan.payments.map((payment) => (
              <li key={payment.id} className={styles.payment}>
                <Instant at={payment.createdAt} />
                <span>{payment.failure ?? payment.receiptNumber ?? ""}</span>
                <StatusTag kind="payment" status={payment.state} />
                <Money amount={payment.amount} />
              </li>
            ))}
          </ul>
        )}
      </Block>
    </>
  );
}

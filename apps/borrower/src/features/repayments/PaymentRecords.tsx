import { EmptyState, Instant, Money, StatusTag } from "@daichao/ui/light";
import type { PaymentRecords_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import { linesByInstalment } from "./PaymentPreview.tsx";
import styles from "./pay.module.css";

graphql(`
  fragment PaymentRecords_loan on Loan {
    id
    payments {
      id
      amount
      state
      failure
      receiptNumber
      createdAt
      settledAt
      lines {
        instalmentNumber
        component
        amount
      }
    }
  }
`);

/** Every payment with its receipt and what it cleared; newest first. */
export function PaymentRecords({ loan }: { loan: PaymentRecords_LoanFragment }) {
  const t = useT();
  return (
    <Section id="payments" title={t("payments.title")}>
      {loan.payments.length === 0 ? (
        <EmptyState title={t("payments.none")} reason={t("payments.noneReason")} />
      ) : (
        <ul>
          {loan.payments.map((payment) => (
            <li key={payment.id} className={styles.record}>
              <div className={styles.recordHead}>
                <strong>
                  <Money amount={payment.amount} />
                </strong>
                <StatusTag kind="payment" status={payment.state} />
              </div>
              <p className={styles.quiet}>
                <Instant at={payment.settledAt ?? payment.createdAt} />
                {payment.receiptNumber !== null && ` · ${t("payment.receipt")} ${payment.receiptNumber}`}
              </p>
              {linesByInstalment(payment.lines).map(([number, lines]) => (
                <p key={number} className={styles.quiet}>
                  {number === 0 ? t("pay.upfront") : t("pay.instalment", { number })}
                  {lines.map(({ component, amount }) => (
                    <span key={component}>
                      {" "}
                      · {t(`allocation.${component}`)} <Money amount={amount} />
                    </span>
                  ))}
                </p>
              ))}
              {payment.failure !== null && <p className={styles.wrong}>{payment.failure}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

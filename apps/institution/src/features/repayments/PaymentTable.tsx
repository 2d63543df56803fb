import { EmptyState, Instant, Money, StatusTag } from "@daichao/ui/light";
import type { PaymentTable_PaymentFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./PaymentTable.module.css";

graphql(`
  fragment PaymentTable_payment on Payment {
    id
    amount
    state
    createdAt
    settledAt
    receiptNumber
    failure
    lines {
      instalmentNumber
      component
      amount
    }
  }
`);

function Lines({ lines }: Pick<PaymentTable_PaymentFragment, "lines">) {
  const t = useT();
  return (
    <ul className={styles.lines}>
      {lines.map(({ instalmentNumber, component, amount }) => (
        <li key={`${instalmentNumber}-${component}`}>
          {t("loan.allocationOf", { number: instalmentNumber, part: t(`part.${component}`) })} <Money amount={amount} />
        </li>
      ))}
    </ul>
  );
}

/** What was paid, newest first, and what each payment cleared. */
export function PaymentTable({ payments }: { payments: readonly PaymentTable_PaymentFragment[] }) {
  const t = useT();
  return (
    <Section title={t("loan.payments")} isPaper>
      {payments.length === 0 ? (
        <EmptyState title={t("loan.noPayments")} />
      ) : (
        <table className={styles.table} aria-label={t("loan.payments")}>
          <thead>
            <tr>
              <th scope="col">{t("loan.at")}</th>
              <th scope="col">{t("terms.amount")}</th>
              <th scope="col">{t("loans.state")}</th>
              <th scope="col">{t("loan.allocation")}</th>
              <th scope="col">{t("loan.receipt")}</th>
            </tr>
          </thead>
          <tbody>
            {payments.map((payment) => (
              <tr key={payment.id}>
                <td>
                  <Instant at={payment.settledAt ?? payment.createdAt} />
                </td>
                <td>
                  <Money amount={payment.amount} />
                </td>
                <td>
                  <StatusTag kind="payment" status={payment.state} />
                  {payment.failure !== null && <p>{payment.failure}</p>}
                </td>
                <td>
                  <Lines lines={payment.lines} />
                </td>
                <td>{payment.receiptNumber ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

import { useQuery, useSubscription } from "@apollo/client/react";
import { Instant, Money, Skeleton, StatusTag } from "@daichao/ui/light";
import { useEffect } from "react";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import styles from "./pay.module.css";

graphql(`
  fragment PaymentProgress_payment on Payment {
    id
    amount
    state
    failure
    receiptNumber
    bankReference
    createdAt
    settledAt
  }
`);

const PaymentProgressDocument = graphql(`
  query PaymentProgress($id: ID!) {
    payment(id: $id) {
      id
      ...PaymentProgress_payment @unmask
    }
  }
`);

const PaymentChangedDocument = graphql(`
  subscription PaymentChanged($paymentId: ID!) {
    paymentChanged(paymentId: $paymentId) {
      id
      ...PaymentProgress_payment @unmask
    }
  }
`);

const settledStates: ReadonlySet<string> = new Set(["SUCCEEDED", "FAILED", "DISPUTED"]);
export const isSettled = (state: string): boolean => settledStates.has(state);

// Should the live line be down, the answer is fetched all the same.
const whilePending = 4_000;

/** One payment from the order to the bank's answer, as it happens. */
export function PaymentProgress({ id, onSettled }: { id: string; onSettled: () => void }) {
  const t = useT();
  const { data, startPolling, stopPolling } = useQuery(PaymentProgressDocument, { variables: { id } });
  useSubscription(PaymentChangedDocument, { variables: { paymentId: id } });
  const payment = data?.payment;
  const isOver = payment !== undefined && payment !== null && isSettled(payment.state);
  useEffect(() => {
    if (isOver) onSettled();
    else startPolling(whilePending);
    return stopPolling;
  }, [isOver, onSettled, startPolling, stopPolling]);
  if (payment === undefined || payment === null) return <Skeleton height={160} />;
  return (
    <div className={styles.result} aria-live="polite">
      <p>
        <StatusTag kind="payment" status={payment.state} />
      </p>
      <p className={styles.figure}>
        <Money amount={payment.amount} />
      </p>
      <p>{t(`payment.${payment.state}`)}</p>
      {payment.failure !== null && <p className={styles.wrong}>{payment.failure}</p>}
      <dl className={styles.facts}>
        {payment.receiptNumber !== null && <Fact label={t("payment.receipt")}>{payment.receiptNumber}</Fact>}
        {payment.bankReference !== null && <Fact label={t("payment.reference")}>{payment.bankReference}</Fact>}
        <Fact label={t(payment.settledAt === null ? "payment.createdAt" : "payment.settledAt")}>
          <Instant at={payment.settledAt ?? payment.createdAt} />
        </Fact>
      </dl>
    </div>
  );
}

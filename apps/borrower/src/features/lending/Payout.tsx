import { Anchor, Instant, Money, StatusTag } from "@daichao/ui/light";
import type { Payout_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./signing.module.css";

graphql(`
  fragment Payout_application on Application {
    id
    disbursement {
      id
      amount
      state
      failure
      bankReference
      requestedAt
      settledAt
    }
    loan {
      id
      number
    }
  }
`);

/** Where the money is; it changes by itself as the bank answers. */
export function Payout({ application }: { application: Payout_ApplicationFragment }) {
  const t = useT();
  const { disbursement, loan } = application;
  if (disbursement === null) return null;
  const { amount, state, failure, bankReference, requestedAt, settledAt } = disbursement;
  return (
    <Section
      id="payout"
      title={t("payout.title")}
      aside={<StatusTag kind="disbursement" status={state} />}
      hint={t(`payout.${state}`)}
    >
      <dl className={styles.facts} aria-live="polite">
        <Fact label={t("payout.amount")} strong>
          <Money amount={amount} size="section" />
        </Fact>
        <Fact label={t(settledAt === null ? "payout.requestedAt" : "payout.settledAt")}>
          <Instant at={settledAt ?? requestedAt} />
        </Fact>
        {bankReference !== null && <Fact label={t("payout.reference")}>{bankReference}</Fact>}
        {loan !== null && (
          <Fact label={t("payout.loan")}>
            <Anchor href={`/loans/${loan.id}`}>{loan.number}</Anchor>
          </Fact>
        )}
      </dl>
      {state === "FAILED" && failure !== null && <p className={styles.failed}>{failure}</p>}
    </Section>
  );
}

import { formatRate } from "@daichao/ui/format";
import { Disclosure, GlossaryTerm, Money, Skeleton } from "@daichao/ui/light";
import { lazy, Suspense } from "react";
import type { QuoteResult_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { paidLabels, paidOf } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import styles from "./QuoteResult.module.css";

// The table is out of sight at first and not part of the first load.
const QuoteSchedule = lazy(async () => ({ default: (await import("./QuoteSchedule.tsx")).QuoteSchedule }));

graphql(`
  fragment QuoteResult_quote on Quote {
    amount
    termCount
    method
    annualRate
    startOn
    netDisbursed
    firstPayment
    lastPayment
    highestPayment
    totalInterest
    totalFees
    totalPayment
    totalCost
    isAmountAdjusted
    annualCost {
      primary
      primaryMethod
    }
    rows {
      number
      dueOn
      principal
      interest
      fee
      payment
      closingPrincipal
      isCalendarKnown
    }
  }
`);

/** What this loan costs and when it is paid, exactly as the api reckoned it. */
export function QuoteResult({ quote }: { quote: QuoteResult_QuoteFragment }) {
  const t = useT();
  const { annualCost } = quote;
  const paid = paidOf(quote);
  return (
    <div className={styles.result}>
      {quote.isAmountAdjusted && <p className={styles.adjusted}>{t("quote.adjusted")}</p>}
      <dl className={styles.figures}>
        <div className={styles.main}>
          <dt className={styles.label}>
            <GlossaryTerm term={`${t("fact.annualCost")} · ${t(`annualisation.${annualCost.primaryMethod}`)}`}>
              {t(`annualisation.${annualCost.primaryMethod}.explain`)}
            </GlossaryTerm>
          </dt>
          <dd className={styles.figure}>{formatRate(annualCost.primary)}</dd>
        </div>
        <Fact label={t(paidLabels[paid])} strong>
          <Money amount={quote.firstPayment} size="section" />
        </Fact>
        <Fact label={t("fact.totalCost")} strong>
          <Money amount={quote.totalCost} size="section" />
        </Fact>
        <Fact label={t("quote.netDisbursed")}>
          <Money amount={quote.netDisbursed} />
        </Fact>
        <Fact label={t("quote.totalPayment")}>
          <Money amount={quote.totalPayment} />
        </Fact>
        {paid === "first" && (
          <Fact label={t("quote.lastPayment")}>
            <Money amount={quote.lastPayment} />
          </Fact>
        )}
        <Fact label={t("fact.nominalRate")}>{formatRate(quote.annualRate)}</Fact>
      </dl>
      <ShareBar
        label={t("quote.shares")}
        parts={[
          { key: "principal", label: t("schedule.principal"), amount: quote.amount },
          { key: "interest", label: t("schedule.interest"), amount: quote.totalInterest },
          { key: "fees", label: t("schedule.fees"), amount: quote.totalFees },
        ]}
      />
      <p className={styles.note}>{t("quote.highest")}</p>
    </div>
  );
}

/** Every instalment, folded away until it is wanted. */
export function QuotePlan({ quote }: { quote: QuoteResult_QuoteFragment }) {
  const t = useT();
  return (
    <Disclosure summary={t("quote.schedule", { count: quote.rows.length })}>
      <Suspense fallback={<Skeleton height={320} />}>
        <QuoteSchedule quote={quote} />
      </Suspense>
    </Disclosure>
  );
}

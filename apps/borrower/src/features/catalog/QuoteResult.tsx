import { formatRate } from "@daichao/ui/format";
import { Disclosure, GlossaryTerm, Money, ScheduleTable } from "@daichao/ui/light";
import type { QuoteResult_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import styles from "./QuoteResult.module.css";

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
  const isLevel = quote.firstPayment === quote.highestPayment;
  return (
    <div className={styles.result}>
      <dl className={styles.figures}>
        <div className={styles.main}>
          <dt className={styles.label}>
            <GlossaryTerm term={`${t("fact.annualCost")} · ${t(`annualisation.${annualCost.primaryMethod}`)}`}>
              {t(`annualisation.${annualCost.primaryMethod}.explain`)}
            </GlossaryTerm>
          </dt>
          <dd className={styles.figure}>{formatRate(annualCost.primary)}</dd>
        </div>
        <Fact label={t(isLevel ? "fact.monthlyPayment" : "fact.firstMonth")} strong>
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
        {!isLevel && (
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
      <Disclosure summary={t("quote.schedule", { count: quote.rows.length })}>
        <QuoteSchedule quote={quote} />
      </Disclosure>
    </div>
  );
}

function QuoteSchedule({ quote }: { quote: QuoteResult_QuoteFragment }) {
  const t = useT();
  return (
    <>
      <ScheduleTable
        caption={t("quote.scheduleCaption", { day: quote.startOn })}
        rows={quote.rows.map((row) => ({
          number: row.number,
          dueOn: row.dueOn,
          due: row.payment,
          principal: row.principal,
          interest: row.interest,
          fees: row.fee,
          balance: row.closingPrincipal,
        }))}
        totals={{
          due: quote.totalPayment,
          principal: quote.amount,
          interest: quote.totalInterest,
          fees: quote.totalFees,
        }}
      />
      {quote.rows.some((row) => !row.isCalendarKnown) && <p className={styles.note}>{t("quote.calendar")}</p>}
    </>
  );
}

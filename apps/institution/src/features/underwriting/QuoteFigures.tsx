import { Disclosure, Money, Rate, ScheduleTable } from "@daichao/ui/light";
import type { QuoteFigures_QuoteFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./QuoteFigures.module.css";

/** What a loan costs: the annual cost is the largest number. */
export function QuoteFigures({
  quote,
  hasSchedule = false,
}: {
  quote: QuoteFigures_QuoteFragment;
  hasSchedule?: boolean;
}) {
  const t = useT();
  const isEven = quote.firstPayment === quote.highestPayment;
  const lines = [
    ["quote.first", quote.firstPayment],
    ...(isEven ? [] : ([["quote.highest", quote.highestPayment]] as const)),
    ["quote.total", quote.totalPayment],
    ["quote.interest", quote.totalInterest],
    ["quote.fees", quote.totalFees],
    ["quote.cost", quote.totalCost],
    ["quote.net", quote.netDisbursed],
  ] as const;
  return (
    <div className={styles.figures}>
      <Rate
        rate={quote.annualCost.primary}
        size="headline"
        label={`${t("quote.annualCost")} · ${t(`method.${quote.annualCost.primaryMethod}`)}`}
      />
      <dl className={styles.lines}>
        {lines.map(([key, amount]) => (
          <div key={key} className={styles.line}>
            <dt>{t(key)}</dt>
            <dd>
              <Money amount={amount} />
            </dd>
          </div>
        ))}
      </dl>
      {hasSchedule && (
        <Disclosure summary={t("quote.schedule")}>
          <ScheduleTable
            rows={quote.rows.map((row) => ({
              number: row.number,
              dueOn: row.dueOn,
              due: row.payment,
              principal: row.principal,
              interest: row.interest,
              fees: row.fee,
              balance: row.closingPrincipal,
            }))}
          />
        </Disclosure>
      )}
    </div>
  );
}

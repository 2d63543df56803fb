import { formatDay } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { ScheduleTable } from "@daichao/ui/light";
import type { QuoteResult_QuoteFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./QuoteResult.module.css";

/** Every instalment of a quote, with its total: the api's rows, none worked out here. */
export function QuoteSchedule({ quote }: { quote: QuoteResult_QuoteFragment }) {
  const t = useT();
  const { locale } = useLocale();
  return (
    <>
      <ScheduleTable
        caption={t("quote.scheduleCaption", { day: formatDay(quote.startOn, locale) })}
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

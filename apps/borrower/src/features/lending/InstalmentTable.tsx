import { ScheduleTable } from "@daichao/ui/light";
import type { InstalmentTable_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isZero } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./loans.module.css";

graphql(`
  fragment InstalmentTable_loan on Loan {
    id
    instalments {
      id
      number
      dueOn
      principal
      interest
      fee
      payment
      paidAmount
      remaining
      state
      isCalendarKnown
    }
  }
`);

/** The plan as it was signed, with what has become of each instalment. */
export function InstalmentTable({ loan }: { loan: InstalmentTable_LoanFragment }) {
  const t = useT();
  const { instalments } = loan;
  const paid = instalments.filter(({ state }) => state === "PAID").length;
  const hasFees = instalments.some(({ fee }) => !isZero(fee));
  const hasUpfront = instalments.some(({ number }) => number === 0);
  return (
    <Section id="schedule" title={t("schedule.caption")} hint={t("loan.paidOf", { paid, count: instalments.length })}>
      <ScheduleTable
        caption={t("loan.scheduleCaption")}
        rows={instalments.map((row) => ({
          number: row.number,
          dueOn: row.dueOn,
          due: row.payment,
          principal: row.principal,
          interest: row.interest,
          fees: hasFees ? row.fee : null,
          status: row.state,
        }))}
      />
      {hasUpfront && <p className={styles.quiet}>{t("loan.upfront")}</p>}
      {instalments.some((row) => !row.isCalendarKnown) && <p className={styles.quiet}>{t("loan.calendar")}</p>}
    </Section>
  );
}

import { ScheduleTable } from "@daichao/ui/light";
import type { InstalmentTable_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment InstalmentTable_loan on Loan {
    id
    instalments {
      id
      number
      dueOn
      payment
      principal
      interest
      fee
      state
    }
  }
`);

/** The plan, instalment by instalment, with what became of each. */
export function InstalmentTable({ loan }: { loan: InstalmentTable_LoanFragment }) {
  const t = useT();
  return (
    <ScheduleTable
      caption={t("loan.schedule")}
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
  );
}

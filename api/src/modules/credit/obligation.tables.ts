import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { day, id, money, ownedBy, ref, updatedAt } from "../../kernel/columns/index.js";

/** What a person owes on this platform, one row a loan; whoever services the loan keeps it up to date. */
export const obligations = pgTable(
  "obligations",
  {
    id: id(),
    loanId: ref("loan_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    /** What it takes from an ordinary month still to come. */
    monthlyPayment: money("monthly_payment").notNull(),
    outstanding: money("outstanding").notNull(),
    endsOn: day("ends_on").notNull(),
    isRunning: boolean("is_running").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("obligations_amounts", sql`${t.monthlyPayment} >= 0 and ${t.outstanding} >= 0`),
    check("obligations_running", sql`${t.isRunning} = (${t.outstanding} > 0)`),
    uniqueIndex("obligations_loan").on(t.loanId),
    index("obligations_borrower").on(t.borrowerId).where(sql`is_running`),
    // A lender learns of a person's other loans from the bureau, by consent, and never from here.
    ...ownedBy("obligations", { borrower: t.borrowerId }),
  ],
);
export type ObligationRow = typeof obligations.$inferSelect;

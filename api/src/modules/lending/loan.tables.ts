import type { AllocationComponent, RepaymentMethod } from "@daichao/finance";
import { sql } from "drizzle-orm";
import { boolean, check, customType, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { DueShift } from "../../kernel/calendar/index.js";
import {
  choice,
  createdAt,
  day,
  id,
  money,
  oneOf,
  ownedBy,
  rate,
  ref,
  updatedAt,
  version,
} from "../../kernel/columns/index.js";
import { contracts, disbursements } from "./contract.tables.js";
import { InstalmentState, LoanState } from "./loan.states.js";

/** One fee inside an instalment: who receives which part of it. */
export interface FeeLine {
  readonly code: string;
  readonly payee: "INSTITUTION" | "GUARANTOR" | "PLATFORM";
  readonly payeeName: string;
  /** Fen. */
  readonly amount: bigint;
}

/** JSON in which amounts stand as text, so that no reader makes a double of them. */
const feeLines = customType<{ data: readonly FeeLine[]; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (lines) => JSON.stringify(lines.map((line) => ({ ...line, amount: line.amount.toString() }))),
  fromDriver: (stored) =>
    JSON.parse(typeof stored === "string" ? stored : JSON.stringify(stored), (key, part: unknown) =>
      key === "amount" && typeof part === "string" ? BigInt(part) : part,
    ) as readonly FeeLine[],
});

/** A loan that has been paid out. Figures that are sums of its instalments are kept here under the row's lock. */
export const loans = pgTable(
  "loans",
  {
    id: id(),
    number: text("number").notNull(),
    applicationId: ref("application_id").notNull(),
    contractId: ref("contract_id").references(() => contracts.id),
    disbursementId: ref("disbursement_id")
      .notNull()
      .references(() => disbursements.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    productId: ref("product_id").notNull(),
    productVersionId: ref("product_version_id").notNull(),
    bankCardId: ref("bank_card_id").notNull(),
    state: choice("state", LoanState).notNull().default("ACTIVE"),
    principal: money("principal").notNull(),
    annualRate: rate("annual_rate").notNull(),
    termCount: integer("term_count").notNull(),
    method: text("method").$type<RepaymentMethod>().notNull(),
    dueShift: text("due_shift").$type<DueShift>().notNull(),
    /** The order in which a payment clears what is owed on an instalment; frozen when the loan is made. */
    allocationOrder: text("allocation_order").array().$type<AllocationComponent[]>().notNull(),
    startOn: day("start_on").notNull(),
    maturesOn: day("matures_on").notNull(),
    /** SHA-256 of the canonical terms, from which the plan follows; equal to the contract's when signed and paid out on one day. */
    planHash: text("plan_hash").notNull(),
    outstandingPrincipal: money("outstanding_principal").notNull(),
    /** Everything still to be paid, not yet due instalments included. */
    outstandingTotal: money("outstanding_total").notNull(),
    totalPaid: money("total_paid").notNull().default(sql`0`),
    daysPastDue: integer("days_past_due").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  (t) => [
    oneOf("loans_state", t.state, LoanState),
    check("loans_principal", sql`${t.principal} > 0`),
    check(
      "loans_outstanding",
      sql`${t.outstandingPrincipal} between 0 and ${t.principal} and ${t.outstandingTotal} >= ${t.outstandingPrincipal}`,
    ),
    check("loans_settled", sql`(${t.state} in ('SETTLED', 'EARLY_SETTLED')) = (${t.outstandingTotal} = 0)`),
    check("loans_days", sql`${t.daysPastDue} >= 0`),
    uniqueIndex("loans_number").on(t.number),
    uniqueIndex("loans_application").on(t.applicationId),
    uniqueIndex("loans_disbursement").on(t.disbursementId),
    index("loans_borrower").on(t.borrowerId, t.createdAt, t.id),
    index("loans_institution").on(t.institutionId, t.createdAt, t.id),
    index("loans_institution_state").on(t.institutionId, t.state, t.createdAt, t.id),
    index("loans_newest").on(t.createdAt, t.id),
    ...ownedBy("loans", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type LoanRow = typeof loans.$inferSelect;

/** What is to be paid when. Number 0 stands for upfront fees that are paid on top of the loan instead of kept back. */
export const instalments = pgTable(
  "instalments",
  {
    id: id(),
    loanId: ref("loan_id")
      .notNull()
      .references(() => loans.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    number: integer("number").notNull(),
    dueOn: day("due_on").notNull(),
    /** The day before any holiday shift. */
    scheduledDueOn: day("scheduled_due_on").notNull(),
    isCalendarKnown: boolean("is_calendar_known").notNull(),
    principal: money("principal").notNull(),
    interest: money("interest").notNull(),
    fee: money("fee").notNull(),
    feeLines: feeLines("fee_lines").notNull(),
    paidPrincipal: money("paid_principal").notNull().default(sql`0`),
    paidInterest: money("paid_interest").notNull().default(sql`0`),
    paidFee: money("paid_fee").notNull().default(sql`0`),
    state: choice("state", InstalmentState).notNull().default("UPCOMING"),
    paidOn: day("paid_on"),
    daysPastDue: integer("days_past_due").notNull().default(0),
  },
  (t) => [
    oneOf("instalments_state", t.state, InstalmentState),
    check("instalments_number", sql`${t.number} >= 0`),
    check("instalments_amounts", sql`${t.principal} >= 0 and ${t.interest} >= 0 and ${t.fee} >= 0`),
    check(
      "instalments_paid",
      sql`${t.paidPrincipal} between 0 and ${t.principal} and ${t.paidInterest} between 0 and ${t.interest} and ${t.paidFee} between 0 and ${t.fee}`,
    ),
    check(
      "instalments_paid_state",
      sql`(${t.state} = 'PAID') = (${t.paidPrincipal} + ${t.paidInterest} + ${t.paidFee} = ${t.principal} + ${t.interest} + ${t.fee})`,
    ),
    check("instalments_paid_on", sql`(${t.state} = 'PAID') = (${t.paidOn} is not null)`),
    uniqueIndex("instalments_of_loan").on(t.loanId, t.number),
    index("instalments_unpaid").on(t.dueOn, t.loanId).where(sql`state <> 'PAID'`),
    index("instalments_unknown_day").on(t.loanId).where(sql`not is_calendar_known`),
    index("instalments_borrower").on(t.borrowerId, t.dueOn),
    index("instalments_institution").on(t.institutionId, t.dueOn),
    ...ownedBy("instalments", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type InstalmentRow = typeof instalments.$inferSelect;
export type NewInstalmentRow = typeof instalments.$inferInsert;

import { AllocationComponent } from "@daichao/finance";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  day,
  id,
  instant,
  money,
  oneOf,
  ownedBy,
  ref,
  version,
} from "../../kernel/columns/index.js";
import { loans } from "../lending/loan.tables.js";
import { PaymentState } from "./payment.states.js";

/** One payment of a borrower towards a loan, through the bank. */
export const payments = pgTable(
  "payments",
  {
    id: id(),
    loanId: ref("loan_id")
      .notNull()
      .references(() => loans.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    bankCardId: ref("bank_card_id").notNull(),
    amount: money("amount").notNull(),
    state: choice("state", PaymentState).notNull().default("CREATED"),
    orderId: ref("order_id").notNull(),
    bankReference: text("bank_reference"),
    failure: text("failure"),
    receiptNumber: text("receipt_number"),
    /** The business day on which it was applied. */
    paidOn: day("paid_on"),
    createdAt: createdAt(),
    settledAt: instant("settled_at"),
    version: version(),
  },
  (t) => [
    oneOf("payments_state", t.state, PaymentState),
    check("payments_amount_positive", sql`${t.amount} > 0`),
    check(
      "payments_receipt",
      sql`(${t.state} = 'SUCCEEDED') = (${t.receiptNumber} is not null) and (${t.state} = 'SUCCEEDED') = (${t.paidOn} is not null)`,
    ),
    check("payments_settled", sql`${t.state} not in ('SUCCEEDED', 'FAILED') or ${t.settledAt} is not null`),
    uniqueIndex("payments_order").on(t.orderId),
    uniqueIndex("payments_receipt_number").on(t.receiptNumber),
    index("payments_loan").on(t.loanId, t.createdAt, t.id),
    index("payments_borrower").on(t.borrowerId, t.createdAt),
    index("payments_institution").on(t.institutionId, t.createdAt),
    ...ownedBy("payments", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type PaymentRow = typeof payments.$inferSelect;

/** What a payment cleared, written once when it was applied. */
export const paymentLines = pgTable(
  "payment_lines",
  {
    paymentId: ref("payment_id")
      .notNull()
      .references(() => payments.id),
    loanId: ref("loan_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    instalmentNumber: integer("instalment_number").notNull(),
    component: choice("component", AllocationComponent).notNull(),
    amount: money("amount").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.paymentId, t.instalmentNumber, t.component] }),
    oneOf("payment_lines_component", t.component, AllocationComponent),
    check("payment_lines_amount_positive", sql`${t.amount} > 0`),
    index("payment_lines_loan").on(t.loanId, t.instalmentNumber),
    ...ownedBy("payment_lines", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type PaymentLineRow = typeof paymentLines.$inferSelect;

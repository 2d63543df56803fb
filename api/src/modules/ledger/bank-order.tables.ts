import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, money, oneOf, ownedBy, ref, updatedAt } from "../../kernel/columns/index.js";
import { BankOrderKind, BankOrderState, CallbackVerdict } from "./bank-order.states.js";

/** What we ask the bank to do: written before the call, settled by its answer, a query or a callback. */
export const bankOrders = pgTable(
  "bank_orders",
  {
    /** Also the bank's idempotency key. */
    id: id(),
    kind: choice("kind", BankOrderKind).notNull(),
    /** The disbursement or payment it is for. */
    subjectId: ref("subject_id").notNull(),
    amount: money("amount").notNull(),
    bankCardId: ref("bank_card_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    state: choice("state", BankOrderState).notNull().default("REQUESTED"),
    hasContradiction: boolean("has_contradiction").notNull().default(false),
    bankReference: text("bank_reference"),
    failure: text("failure"),
    disputeReason: text("dispute_reason"),
    askedCount: integer("asked_count").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    settledAt: instant("settled_at"),
  },
  (t) => [
    oneOf("bank_orders_kind", t.kind, BankOrderKind),
    oneOf("bank_orders_state", t.state, BankOrderState),
    check("bank_orders_amount_positive", sql`${t.amount} > 0`),
    check("bank_orders_settled", sql`${t.state} not in ('SUCCEEDED', 'FAILED') or ${t.settledAt} is not null`),
    // A new try needs the old one to have failed: two live orders could pay twice.
    uniqueIndex("bank_orders_one_live").on(t.kind, t.subjectId).where(sql`state <> 'FAILED'`),
    index("bank_orders_subject").on(t.subjectId),
    index("bank_orders_open").on(t.updatedAt).where(sql`state in ('REQUESTED', 'SENT', 'UNKNOWN')`),
    ...ownedBy("bank_orders", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type BankOrderRow = typeof bankOrders.$inferSelect;

/** Every callback as it came, stored before anything is decided about it. */
export const bankCallbacks = pgTable(
  "bank_callbacks",
  {
    id: id(),
    provider: text("provider").notNull(),
    /** Known once the signature has been checked, so that nobody can block an event id without the secret. */
    eventId: text("event_id"),
    rawBody: text("raw_body").notNull(),
    verdict: choice("verdict", CallbackVerdict).notNull().default("RECEIVED"),
    reason: text("reason"),
    orderId: ref("order_id"),
    receivedAt: instant("received_at").notNull().default(sql`clock_timestamp()`),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    oneOf("bank_callbacks_verdict", t.verdict, CallbackVerdict),
    check("bank_callbacks_reason", sql`${t.verdict} in ('RECEIVED', 'APPLIED') or ${t.reason} is not null`),
    uniqueIndex("bank_callbacks_event").on(t.provider, t.eventId),
    index("bank_callbacks_order").on(t.orderId),
    ...ownedBy("bank_callbacks", {}),
  ],
);
export type BankCallbackRow = typeof bankCallbacks.$inferSelect;

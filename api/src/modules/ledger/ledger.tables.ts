import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, day, id, money, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import { AccountKind, AccountOwner, TransferKind } from "./account.states.js";

/** Opened by the first posting that names them. The api's role sees them only as the system or the platform. */
export const ledgerAccounts = pgTable(
  "ledger_accounts",
  {
    id: id(),
    ownerKind: choice("owner_kind", AccountOwner).notNull(),
    /** A uuid, or a guarantor's name as the contract writes it. */
    ownerId: text("owner_id").notNull(),
    kind: choice("kind", AccountKind).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("ledger_accounts_owner_kind", t.ownerKind, AccountOwner),
    oneOf("ledger_accounts_kind", t.kind, AccountKind),
    uniqueIndex("ledger_accounts_key").on(t.ownerKind, t.ownerId, t.kind),
    ...ownedBy("ledger_accounts", {}),
  ],
);
export type LedgerAccountRow = typeof ledgerAccounts.$inferSelect;

/** Kept balances, of accounts owned by one party only. Fen, debits less credits. */
export const accountBalances = pgTable(
  "account_balances",
  {
    accountId: ref("account_id")
      .primaryKey()
      .references(() => ledgerAccounts.id),
    balance: money("balance").notNull().default(sql`0`),
  },
  (t) => [check("account_balances_not_negative", sql`${t.balance} >= 0`), ...ownedBy("account_balances", {})],
);

/** One row per movement, so that debits equal credits by construction. Append-only: a mistake is reversed, not edited. */
export const transfers = pgTable(
  "transfers",
  {
    id: id(),
    /** The event that caused it; the rows of one event stand together. */
    eventId: ref("event_id").notNull(),
    kind: choice("kind", TransferKind).notNull(),
    ref: text("ref").notNull(),
    debitAccountId: ref("debit_account_id")
      .notNull()
      .references(() => ledgerAccounts.id),
    creditAccountId: ref("credit_account_id")
      .notNull()
      .references(() => ledgerAccounts.id),
    amount: money("amount").notNull(),
    reverses: ref("reverses"),
    businessDay: day("business_day").notNull(),
    borrowerId: ref("borrower_id"),
    institutionId: ref("institution_id"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("transfers_kind", t.kind, TransferKind),
    check("transfers_amount_positive", sql`${t.amount} > 0`),
    check("transfers_two_accounts", sql`${t.debitAccountId} <> ${t.creditAccountId}`),
    check("transfers_reversal", sql`(${t.reverses} is not null) = (${t.kind} = 'REVERSAL')`),
    uniqueIndex("transfers_kind_ref").on(t.kind, t.ref),
    uniqueIndex("transfers_reverses").on(t.reverses),
    index("transfers_event").on(t.eventId),
    index("transfers_debit").on(t.debitAccountId, t.createdAt),
    index("transfers_credit").on(t.creditAccountId, t.createdAt),
    index("transfers_institution").on(t.institutionId, t.businessDay),
    ...ownedBy("transfers", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type TransferRow = typeof transfers.$inferSelect;

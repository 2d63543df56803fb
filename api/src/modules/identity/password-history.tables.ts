import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, ownedBy, ref } from "../../kernel/columns/index.js";
import { accounts } from "./account.tables.js";

/** Hashes of passwords an account has had, the present one among them. */
export const passwordHistory = pgTable(
  "password_history",
  {
    id: id(),
    accountId: ref("account_id")
      .notNull()
      .references(() => accounts.id),
    hash: text("hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("password_history_account").on(t.accountId, t.createdAt),
    ...ownedBy("password_history", { borrower: t.accountId }),
  ],
);

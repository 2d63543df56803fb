import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, oneOf, ownedBy, ref, sealed } from "../../kernel/columns/index.js";
import { ChallengePurpose, CodeNotice } from "./code-challenge.states.js";

/** A code that was asked for. The code itself is nowhere: it is derived from the id under the master key. */
export const codeChallenges = pgTable(
  "code_challenges",
  {
    id: id(),
    purpose: choice("purpose", ChallengePurpose).notNull(),
    phoneIndex: text("phone_index").notNull(),
    /** Nobody may be known yet, so a challenge has its own data key; it goes with the row. */
    wrappedKey: text("wrapped_key").notNull(),
    phoneSealed: sealed("phone_sealed").notNull(),
    accountId: ref("account_id"),
    /** What the code is for, such as the application that is signed. */
    subjectId: ref("subject_id"),
    /** CODE is the only notice whose challenge can ever be passed. */
    notice: choice("notice", CodeNotice).notNull(),
    attempts: integer("attempts").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    spentAt: instant("spent_at"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("code_challenges_purpose", t.purpose, ChallengePurpose),
    oneOf("code_challenges_notice", t.notice, CodeNotice),
    check("code_challenges_tries", sql`${t.attempts} between 0 and 5`),
    index("code_challenges_age").on(t.createdAt),
    ...ownedBy("code_challenges", { borrower: t.accountId }),
  ],
);
export type CodeChallengeRow = typeof codeChallenges.$inferSelect;

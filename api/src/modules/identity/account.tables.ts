import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, money, oneOf, ownedBy, ref, sealed, version } from "../../kernel/columns/index.js";
import { AccountKind, AccountState } from "./account.states.js";

/** Whoever can sign in. A borrower's account id is the borrower's id everywhere. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    kind: choice("kind", AccountKind).notNull(),
    /** Blind index of the phone (borrowers) or login name (staff). */
    loginIndex: text("login_index").notNull(),
    loginSealed: sealed("login_sealed").notNull(),
    displayName: text("display_name").notNull(),
    passwordHash: text("password_hash"),
    state: choice("state", AccountState).notNull().default("ACTIVE"),
    institutionId: ref("institution_id"),
    /** Largest amount in fen this person may decide alone. */
    decisionLimit: money("decision_limit").notNull().default(sql`0`),
    totpSealed: sealed("totp_sealed"),
    /** The last 30-second step whose code was used: no code works twice. */
    totpLastStep: bigint("totp_last_step", { mode: "number" }),
    freezeReason: text("freeze_reason"),
    /** Set on the accounts a sandbox shows to everybody, and on no other. */
    demoKey: text("demo_key"),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    oneOf("accounts_kind", t.kind, AccountKind),
    oneOf("accounts_state", t.state, AccountState),
    check("accounts_institution_kind", sql`(${t.kind} = 'INSTITUTION') = (${t.institutionId} is not null)`),
    check("accounts_freeze_reason", sql`(${t.state} = 'FROZEN') = (${t.freezeReason} is not null)`),
    check("accounts_decision_limit", sql`${t.decisionLimit} >= 0`),
    uniqueIndex("accounts_login").on(t.loginIndex),
    uniqueIndex("accounts_demo").on(t.demoKey),
    index("accounts_institution").on(t.institutionId, t.createdAt),
    index("accounts_list").on(t.createdAt, t.id),
    ...ownedBy("accounts", { borrower: t.id, institution: t.institutionId }),
  ],
);
export type AccountRow = typeof accounts.$inferSelect;

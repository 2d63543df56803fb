import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, json, oneOf, ownedBy, ref, version } from "../columns/index.js";
import { ApprovalState } from "./approval.states.js";

/** A wish that a second person must agree to. The database itself refuses a maker who checks. */
export const approvals = pgTable(
  "approvals",
  {
    id: id(),
    /** Which handler acts on the verdict, such as `product.publish`. */
    kind: text("kind").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: ref("subject_id").notNull(),
    /** Whose matter it is; null for the platform's own. */
    institutionId: ref("institution_id"),
    /** True when the checker must come from that institution, false when from the platform. */
    checkedBy: text("checked_by").$type<"INSTITUTION" | "PLATFORM">().notNull(),
    makerId: ref("maker_id").notNull(),
    makerName: text("maker_name").notNull(),
    checkerId: ref("checker_id"),
    checkerName: text("checker_name"),
    state: choice("state", ApprovalState).notNull().default("PENDING"),
    summary: json<{ zh: string; en: string }>("summary").notNull(),
    diff: json<Record<string, readonly [unknown, unknown]>>("diff").notNull(),
    /** What the effect needs, as it was when the maker asked. */
    payload: json<Record<string, unknown>>("payload").notNull(),
    reason: text("reason"),
    createdAt: createdAt(),
    decidedAt: instant("decided_at"),
    version: version(),
  },
  (t) => [
    oneOf("approvals_state", t.state, ApprovalState),
    check("approvals_checker_is_not_maker", sql`${t.checkerId} is null or ${t.checkerId} <> ${t.makerId}`),
    uniqueIndex("approvals_one_pending").on(t.kind, t.subjectId).where(sql`state = 'PENDING'`),
    index("approvals_inbox").on(t.state, t.createdAt, t.id),
    index("approvals_institution").on(t.institutionId, t.state, t.createdAt),
    ...ownedBy("approvals", { institution: t.institutionId }),
  ],
);
export type ApprovalRow = typeof approvals.$inferSelect;

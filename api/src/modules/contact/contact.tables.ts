import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { choice, day, id, instant, oneOf, ownedBy, ref, sealed } from "../../kernel/columns/index.js";
import { DAY_MINUTES, NIGHT } from "./contact.rules.js";
import { ContactChannel, ContactClass, ContactReason, ContactVerdict, NoticeKind } from "./contact.states.js";

/** How one borrower wants to be reached; without a row everything is as by default. */
export const contactSettings = pgTable(
  "contact_settings",
  {
    borrowerId: uuid("borrower_id").primaryKey(),
    quietFromMinute: integer("quiet_from_minute").notNull().default(NIGHT.fromMinute),
    quietToMinute: integer("quiet_to_minute").notNull().default(NIGHT.toMinute),
    /** In which language messages outside the app are written. */
    locale: text("locale").$type<"zh-CN" | "en-US">().notNull().default("zh-CN"),
    email: sealed("email"),
    emailMasked: text("email_masked"),
    emailIndex: text("email_index"),
    /** The code sent last is derived from it; null once it was used. */
    challengeId: ref("challenge_id"),
    challengedAt: instant("challenged_at"),
    challengeTries: integer("challenge_tries").notNull().default(0),
    emailConfirmedAt: instant("email_confirmed_at"),
  },
  (t) => [
    check(
      "contact_settings_minutes",
      sql`${t.quietFromMinute} between 0 and ${sql.raw(String(DAY_MINUTES - 1))} and ${t.quietToMinute} between 0 and ${sql.raw(String(DAY_MINUTES - 1))}`,
    ),
    check("contact_settings_locale", sql`${t.locale} in ('zh-CN', 'en-US')`),
    check(
      "contact_settings_email_whole",
      sql`(${t.email} is null) = (${t.emailMasked} is null) and (${t.email} is null) = (${t.emailIndex} is null)`,
    ),
    check("contact_settings_confirmed_has_email", sql`${t.emailConfirmedAt} is null or ${t.email} is not null`),
    ...ownedBy("contact_settings", { borrower: t.borrowerId }),
  ],
);
export type ContactSettingsRow = typeof contactSettings.$inferSelect;

/** One choice that differs, or was made to differ, from the default. */
export const contactChoices = pgTable(
  "contact_choices",
  {
    borrowerId: ref("borrower_id").notNull(),
    kind: choice("kind", NoticeKind).notNull(),
    channel: choice("channel", ContactChannel).notNull(),
    isOn: boolean("is_on").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.borrowerId, t.kind, t.channel] }),
    oneOf("contact_choices_kind", t.kind, NoticeKind),
    oneOf("contact_choices_channel", t.channel, ContactChannel),
    ...ownedBy("contact_choices", { borrower: t.borrowerId }),
  ],
);

/** How often one number or address was written to on one business day, whoever it belongs to. */
export const contactCounters = pgTable(
  "contact_counters",
  {
    addressIndex: text("address_index").notNull(),
    contactClass: choice("contact_class", ContactClass).notNull(),
    day: day("day").notNull(),
    sentCount: integer("sent_count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.addressIndex, t.contactClass, t.day] }),
    oneOf("contact_counters_class", t.contactClass, ContactClass),
    index("contact_counters_day").on(t.day),
    ...ownedBy("contact_counters", {}),
  ],
);

/** Every decision to write to somebody, or not to. */
export const contactLog = pgTable(
  "contact_log",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    /** What it was about: one message has one cause, asked again after quiet hours included. */
    cause: text("cause").notNull(),
    channel: choice("channel", ContactChannel).notNull(),
    contactClass: choice("contact_class", ContactClass).notNull(),
    kind: choice("kind", NoticeKind),
    verdict: choice("verdict", ContactVerdict).notNull(),
    reason: choice("reason", ContactReason),
    addressMasked: text("address_masked"),
    /** Business time. */
    decidedAt: instant("decided_at").notNull(),
    decidedOn: day("decided_on").notNull(),
  },
  (t) => [
    oneOf("contact_log_channel", t.channel, ContactChannel),
    oneOf("contact_log_class", t.contactClass, ContactClass),
    oneOf("contact_log_kind", t.kind, NoticeKind),
    oneOf("contact_log_verdict", t.verdict, ContactVerdict),
    oneOf("contact_log_reason", t.reason, ContactReason),
    check("contact_log_reason_given", sql`(${t.verdict} = 'SEND') = (${t.reason} is null)`),
    uniqueIndex("contact_log_sent_once").on(t.cause, t.channel).where(sql`verdict = 'SEND'`),
    index("contact_log_borrower").on(t.borrowerId, t.decidedAt),
    ...ownedBy("contact_log", { borrower: t.borrowerId }),
  ],
);
export type ContactLogRow = typeof contactLog.$inferSelect;

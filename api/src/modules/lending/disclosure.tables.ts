import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { day, id, instant, ownedBy, ref } from "../../kernel/columns/index.js";

/** One cost sheet as it was shown: its text, its hash, since when it could be read and when it was confirmed. */
export const disclosures = pgTable(
  "disclosures",
  {
    id: id(),
    applicationId: ref("application_id").notNull(),
    offerId: ref("offer_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    /** The day the figures were computed for; a contract is signed on that day or after a new sheet. */
    startOn: day("start_on").notNull(),
    /** The sheet's one text; `sheetHash` is its SHA-256. */
    sheet: text("sheet").notNull(),
    sheetHash: text("sheet_hash").notNull(),
    termsHash: text("terms_hash").notNull(),
    readingSeconds: integer("reading_seconds").notNull(),
    /** Real time, by the database's clock, as is the confirmation. */
    openedAt: instant("opened_at").notNull().default(sql`clock_timestamp()`),
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [
    check("disclosures_hash", sql`${t.sheetHash} ~ '^[0-9a-f]{64}$' and ${t.termsHash} ~ '^[0-9a-f]{64}$'`),
    check("disclosures_reading", sql`${t.readingSeconds} > 0`),
    check(
      "disclosures_read_first",
      sql`${t.confirmedAt} is null or ${t.confirmedAt} >= ${t.openedAt} + make_interval(secs => ${t.readingSeconds})`,
    ),
    uniqueIndex("disclosures_one_per_sheet").on(t.applicationId, t.sheetHash),
    index("disclosures_borrower").on(t.borrowerId, t.openedAt),
    index("disclosures_institution").on(t.institutionId, t.openedAt),
    ...ownedBy("disclosures", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type DisclosureRow = typeof disclosures.$inferSelect;

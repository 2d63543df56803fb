import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, oneOf, ownedBy, version } from "../../kernel/columns/index.js";
import { InstitutionState, LicenceKind } from "./institution.states.js";

/** A lender. Once it was public its name stays readable: loans outlive a suspension. */
export const institutions = pgTable(
  "institutions",
  {
    id: id(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    licenceKind: choice("licence_kind", LicenceKind).notNull(),
    licenceNumber: text("licence_number").notNull(),
    uscc: text("uscc").notNull(),
    state: choice("state", InstitutionState).notNull(),
    province: text("province").notNull(),
    servicePhone: text("service_phone").notNull(),
    contactEmail: text("contact_email").notNull(),
    monogram: text("monogram").notNull(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    oneOf("institutions_licence", t.licenceKind, LicenceKind),
    oneOf("institutions_state", t.state, InstitutionState),
    check("institutions_uscc_form", sql`${t.uscc} ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'`),
    uniqueIndex("institutions_uscc").on(t.uscc),
    index("institutions_list").on(t.createdAt, t.id),
    ...ownedBy("institutions", {
      institution: t.id,
      visibleWhen: sql`${t.state} in ('ACTIVE', 'SUSPENDED', 'TERMINATED')`,
    }),
  ],
);
export type InstitutionRow = typeof institutions.$inferSelect;

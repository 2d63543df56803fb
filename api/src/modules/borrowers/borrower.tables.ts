import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  day,
  id,
  instant,
  json,
  money,
  oneOf,
  ownedBy,
  ref,
  sealed,
} from "../../kernel/columns/index.js";
import { whileConsentStands } from "./consent.tables.js";
import { EducationLevel, EmploymentKind, type FactSource, HousingKind, type ProfileField } from "./profile.states.js";

/** A person who borrows; the id is their account's. Clear values are sealed, masks stand beside them. */
export const borrowers = pgTable(
  "borrowers",
  {
    id: uuid("id").primaryKey(),
    name: sealed("name"),
    nameMasked: text("name_masked"),
    identityNumber: sealed("identity_number"),
    identityNumberMasked: text("identity_number_masked"),
    identityNumberBlind: text("identity_number_blind"),
    phoneMasked: text("phone_masked").notNull(),
    identityVerifiedAt: instant("identity_verified_at"),
    /** Identity checks begun on `triesOn`, so that a number cannot be guessed. */
    tryCount: integer("try_count").notNull().default(0),
    triesOn: day("tries_on"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("borrowers_identity_number").on(t.identityNumberBlind),
    check(
      "borrowers_verified_whole",
      sql`(${t.identityVerifiedAt} is null) = (${t.identityNumber} is null) and (${t.identityNumber} is null) = (${t.identityNumberBlind} is null) and (${t.identityNumber} is null) = (${t.name} is null)`,
    ),
    ...ownedBy("borrowers", { borrower: t.id, visibleWhen: whileConsentStands(t.id) }),
  ],
);
export type BorrowerRow = typeof borrowers.$inferSelect;

export interface Provenance {
  readonly source: FactSource;
  /** Business time, ISO 8601. */
  readonly recordedAt: string;
}

/** What a borrower has said about themselves, one row per edit; the highest version is the present one. */
export const profileVersions = pgTable(
  "profile_versions",
  {
    id: id(),
    borrowerId: ref("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    version: integer("version").notNull(),
    employment: choice("employment", EmploymentKind),
    employer: sealed("employer"),
    monthlyIncome: money("monthly_income"),
    monthlyDebtPayment: money("monthly_debt_payment"),
    employedSince: day("employed_since"),
    education: choice("education", EducationLevel),
    housing: choice("housing", HousingKind),
    province: text("province"),
    city: text("city"),
    address: sealed("address"),
    emergencyContactName: sealed("emergency_contact_name"),
    emergencyContactPhone: sealed("emergency_contact_phone"),
    emergencyContactPhoneMasked: text("emergency_contact_phone_masked"),
    provenance: json<Partial<Record<ProfileField, Provenance>>>("provenance").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("profile_versions_employment", t.employment, EmploymentKind),
    oneOf("profile_versions_education", t.education, EducationLevel),
    oneOf("profile_versions_housing", t.housing, HousingKind),
    check("profile_versions_income", sql`${t.monthlyIncome} >= 0`),
    check("profile_versions_debt", sql`${t.monthlyDebtPayment} >= 0`),
    uniqueIndex("profile_versions_current").on(t.borrowerId, t.version),
    ...ownedBy("profile_versions", { borrower: t.borrowerId }),
  ],
);
export type ProfileVersionRow = typeof profileVersions.$inferSelect;

export const bankCards = pgTable(
  "bank_cards",
  {
    id: id(),
    borrowerId: ref("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    bankName: text("bank_name").notNull(),
    number: sealed("number").notNull(),
    numberMasked: text("number_masked").notNull(),
    numberBlind: text("number_blind").notNull(),
    /** Stands for the card towards the bank. */
    token: sealed("token").notNull(),
    boundAt: instant("bound_at").notNull(),
    /** Past loans and payments still name an unbound card; nothing new goes to it, and anybody may bind it again. */
    unboundAt: instant("unbound_at"),
  },
  (t) => [
    uniqueIndex("bank_cards_bound_number").on(t.numberBlind).where(sql`${t.unboundAt} is null`),
    index("bank_cards_borrower").on(t.borrowerId, t.boundAt),
    ...ownedBy("bank_cards", { borrower: t.borrowerId, visibleWhen: whileConsentStands(t.borrowerId) }),
  ],
);
export type BankCardRow = typeof bankCards.$inferSelect;

/** A profile's facts: which are sound, which have gone stale, which are missing for an application. */
import { checkMobile, isDay } from "@daichao/finance";
import type { ErrorParams } from "../../kernel/errors/index.js";
import { regionNamed } from "../../kernel/regions/index.js";
import { borrowerErrors } from "./borrower.errors.js";
import type { DocumentKind } from "./document.states.js";
import {
  type EducationLevel,
  type EmploymentKind,
  type FactSource,
  type HousingKind,
  isProfileField,
  type MissingKind,
  type ProfileField,
  profileFields,
} from "./profile.states.js";

/** Clear facts; money in fen, `employedSince` a day. */
export interface ProfileFacts {
  readonly employment: EmploymentKind | null;
  readonly employer: string | null;
  readonly monthlyIncome: bigint | null;
  readonly monthlyDebtPayment: bigint | null;
  readonly employedSince: string | null;
  readonly education: EducationLevel | null;
  readonly housing: HousingKind | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly address: string | null;
  readonly emergencyContactName: string | null;
  readonly emergencyContactPhone: string | null;
}

export const emptyProfile: ProfileFacts = {
  employment: null,
  employer: null,
  monthlyIncome: null,
  monthlyDebtPayment: null,
  employedSince: null,
  education: null,
  housing: null,
  province: null,
  city: null,
  address: null,
  emergencyContactName: null,
  emergencyContactPhone: null,
};

/** An edit: what is undefined stays, null clears. */
export type ProfileEdit = { readonly [Field in ProfileField]?: ProfileFacts[Field] | undefined };

const LIMITS: Partial<Record<ProfileField, number>> = {
  employer: 60,
  province: 20,
  city: 20,
  address: 120,
  emergencyContactName: 30,
};
/** 10 million yuan a month: above it somebody has typed fen or a telephone number. */
const LARGEST_MONTHLY = 1_000_000_000n;

const refuse = (field: ProfileField, rule: { readonly rule: string } & ErrorParams) =>
  borrowerErrors.profileFieldInvalid({ name: field, ...rule }, field);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;

function checkText(field: ProfileField, value: unknown): void {
  const limit = LIMITS[field];
  if (limit === undefined || typeof value !== "string") return;
  if (value.trim() === "" || value.length > limit) throw refuse(field, { rule: "isLength", min: 1, max: limit });
  if (CONTROL.test(value) || !value.isWellFormed()) throw refuse(field, { rule: "characters" });
  // Products name the regions they serve: another spelling would be another place to them.
  if (field === "province" && regionNamed(value) === null) throw refuse(field, { rule: "region" });
}

/** @throws BORROWER_PROFILE_FIELD_INVALID at the first field that cannot be true. */
export function checkEdit(edit: ProfileEdit, today: string): void {
  for (const field of profileFields) checkText(field, edit[field]);
  for (const field of ["monthlyIncome", "monthlyDebtPayment"] as const) {
    const amount = edit[field];
    if (amount != null && (amount < 0n || amount > LARGEST_MONTHLY))
      throw refuse(field, { rule: "between", min: "0", max: "10,000,000" });
  }
  const since = edit.employedSince;
  if (since != null && (!isDay(since) || since > today || since < "1940-01-01"))
    throw refuse("employedSince", { rule: "notAfter", max: today });
  if (edit.emergencyContactPhone != null && !checkMobile(edit.emergencyContactPhone).valid)
    throw refuse("emergencyContactPhone", { rule: "mobile" });
}

/** The fields an edit speaks about. */
export const editedFields = (edit: ProfileEdit): ProfileField[] =>
  profileFields.filter((field) => edit[field] !== undefined);

const kept = (field: ProfileField, value: string): string =>
  field === "province" ? (regionNamed(value) ?? value.trim()) : value.trim();

/** The facts after an edit; text is trimmed, a region has its one name. */
export function applyEdit(facts: ProfileFacts, edit: ProfileEdit): ProfileFacts {
  const said = editedFields(edit).map((field) => {
    const value = edit[field];
    return [field, typeof value === "string" ? kept(field, value) : value] as const;
  });
  return { ...facts, ...Object.fromEntries(said) };
}

/** A fact is stale once more than `staleDays` days have passed since it was given. */
export const isStale = (recordedAt: string, now: Date, staleDays: number): boolean =>
  now.getTime() - Date.parse(recordedAt) > staleDays * 86_400_000;

/** Days after which each fact has to be said again. */
export type StaleDays = Readonly<Record<ProfileField, number>>;

export type ProfileProvenance = Partial<
  Record<ProfileField, { readonly source: FactSource; readonly recordedAt: string }>
>;

// What somebody guessed before registering gives way to what they filled in, and that to what was checked elsewhere.
const WEIGHT: Readonly<Record<FactSource, number>> = {
  PRECHECK: 0,
  BORROWER: 1,
  DOCUMENT: 2,
  IDENTITY_CHECK: 2,
  BUREAU: 2,
};

/**
 * The part of what another source says that the profile takes over: a fact that is missing, has gone stale, or rests
 * on a source of no more weight. A fresh fact of more weight stays as it is.
 */
export function taughtBy(
  source: FactSource,
  said: ProfileEdit,
  held: { readonly facts: ProfileFacts; readonly provenance: ProfileProvenance },
  now: Date,
  staleDays: StaleDays,
): ProfileEdit {
  const taken = editedFields(said).filter((field) => {
    if (said[field] === null) return false;
    const told = held.provenance[field];
    if (held.facts[field] === null || !told || isStale(told.recordedAt, now, staleDays[field])) return true;
    return WEIGHT[source] >= WEIGHT[told.source];
  });
  return Object.fromEntries(taken.map((field) => [field, said[field]]));
}

/** What an application still needs from a person. */
export interface MissingFact {
  readonly kind: MissingKind;
  readonly field: string;
  readonly documentKind: DocumentKind | null;
}

export interface Held {
  readonly isIdentityVerified: boolean;
  readonly facts: ProfileFacts;
  readonly provenance: ProfileProvenance;
  readonly acceptedKinds: readonly DocumentKind[];
}

/**
 * What is missing or stale for the required fields and documents. A field name that is not a profile's is ignored.
 * An unverified identity counts as one missing thing, whatever is required.
 */
export function missingFrom(
  held: Held,
  required: { readonly fields: readonly string[]; readonly documents: readonly DocumentKind[] },
  now: Date,
  staleDays: StaleDays,
): MissingFact[] {
  const missing: MissingFact[] = [];
  if (!held.isIdentityVerified) missing.push({ kind: "IDENTITY", field: "identityNumber", documentKind: null });
  for (const field of new Set(required.fields.filter(isProfileField))) {
    const recordedAt = held.provenance[field]?.recordedAt;
    if (held.facts[field] === null || !recordedAt || isStale(recordedAt, now, staleDays[field]))
      missing.push({ kind: "PROFILE_FIELD", field, documentKind: null });
  }
  for (const kind of new Set(required.documents))
    if (!held.acceptedKinds.includes(kind)) missing.push({ kind: "DOCUMENT", field: kind, documentKind: kind });
  return missing;
}

import type { ProfileDraft, ProfileField } from "../../features/borrowers/profile-draft.ts";
import { asMoney, isMoneyField, isWhole, profileFields } from "../../features/borrowers/profile-draft.ts";

interface Missing {
  readonly kind: string;
  readonly field: string;
}

/** Facts that are wanted and were never given, or are too old to count. */
export function askedFields(missing: readonly Missing[]): readonly ProfileField[] {
  const wanted = new Set(missing.filter(({ kind }) => kind === "PROFILE_FIELD").map(({ field }) => field));
  return profileFields.filter((field) => wanted.has(field));
}

/** Facts that are known and count: shown with their source and age. */
export function knownFields(
  facts: readonly { readonly field: string }[],
  asked: readonly ProfileField[],
): readonly ProfileField[] {
  const given = new Set(facts.map(({ field }) => field));
  return profileFields.filter((field) => given.has(field) && !asked.includes(field));
}

export type FieldFault = "empty" | "amount" | "phone";

/** What is wrong with the boxes that are open; empty when they can be sent. */
export function faultsOf(
  texts: ProfileDraft,
  open: readonly ProfileField[],
): Readonly<Partial<Record<ProfileField, FieldFault>>> {
  const faults: Partial<Record<ProfileField, FieldFault>> = {};
  for (const field of open) {
    if (texts[field].trim() === "") faults[field] = "empty";
    else if (isMoneyField(field) && asMoney(texts[field]) === undefined) faults[field] = "amount";
    else if (!isWhole(field, texts[field])) faults[field] = "phone";
  }
  return faults;
}

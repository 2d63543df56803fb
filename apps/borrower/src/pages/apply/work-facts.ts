import type { ProfileDraft, ProfileField } from "../../features/borrowers/profile-draft.ts";
import { asMoney, isMoneyField, profileFields } from "../../features/borrowers/profile-draft.ts";
import type { SaveProfileInput } from "../../gql/graphql.ts";

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

export type FieldFault = "empty" | "amount";

/** What is wrong with the boxes that are open; empty when they can be sent. */
export function faultsOf(
  draft: ProfileDraft,
  open: readonly ProfileField[],
): Readonly<Partial<Record<ProfileField, FieldFault>>> {
  const faults: Partial<Record<ProfileField, FieldFault>> = {};
  for (const field of open) {
    if (draft[field].trim() === "") faults[field] = "empty";
    else if (isMoneyField(field) && asMoney(draft[field]) === undefined) faults[field] = "amount";
  }
  return faults;
}

/** The save of the open boxes only: what was not asked is not said anew and keeps its age. */
export function saveOfFields(draft: ProfileDraft, open: readonly ProfileField[], version: number): SaveProfileInput {
  const said = open.map((field) => [field, isMoneyField(field) ? asMoney(draft[field]) : draft[field].trim()]);
  return { version, ...Object.fromEntries(said) };
}

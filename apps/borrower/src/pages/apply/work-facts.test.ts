import { expect, test } from "vitest";
import type { ProfileDraft } from "../../features/borrowers/profile-draft.ts";
import { draftOf } from "../../features/borrowers/profile-draft.ts";
import { askedFields, faultsOf, knownFields, saveOfFields } from "./work-facts.ts";

const missing = [
  { kind: "PROFILE_FIELD", field: "monthlyIncome" },
  { kind: "PROFILE_FIELD", field: "employment" },
  { kind: "DOCUMENT", field: "documents" },
] as const;
const filled: ProfileDraft = { ...draftOf(null), employment: "EMPLOYED", monthlyIncome: "18000", employer: "A" };

test("B-12 only facts that are missing or stale are asked, in the order of the form", () => {
  expect(askedFields(missing)).toEqual(["employment", "monthlyIncome"]);
});

test("facts that count are shown, not asked again", () => {
  const facts = [{ field: "employer" }, { field: "monthlyIncome" }];
  expect(knownFields(facts, askedFields(missing))).toEqual(["employer"]);
});

test("an asked fact may not stay empty and an amount must be one", () => {
  expect(faultsOf({ ...filled, employment: "", monthlyIncome: "a lot" }, askedFields(missing))).toEqual({
    employment: "empty",
    monthlyIncome: "amount",
  });
  expect(faultsOf(filled, askedFields(missing))).toEqual({});
});

test("saving says only what was asked, so that other facts keep their age", () => {
  expect(saveOfFields(filled, ["monthlyIncome"], 4)).toEqual({ version: 4, monthlyIncome: "18000.00" });
});

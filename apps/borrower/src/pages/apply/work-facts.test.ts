import { expect, test } from "vitest";
import type { ProfileDraft } from "../../features/borrowers/profile-draft.ts";
import { draftOf, isWhole, saidOf } from "../../features/borrowers/profile-draft.ts";
import { askedFields, faultsOf, knownFields } from "./work-facts.ts";

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

test("a phone number is asked for whole", () => {
  expect(faultsOf({ ...filled, emergencyContactPhone: "1390013" }, ["emergencyContactPhone"])).toEqual({
    emergencyContactPhone: "phone",
  });
});

test("saving says only what was answered, so that other facts keep their age", () => {
  expect(saidOf({ monthlyIncome: "18,000", employer: " 长沙明德 " })).toEqual({
    monthlyIncome: "18000.00",
    employer: "长沙明德",
  });
});

test("B-08: half an answer is not kept as a fact", () => {
  expect(isWhole("monthlyIncome", "18000.")).toBe(false);
  expect(isWhole("emergencyContactPhone", "139001")).toBe(false);
  expect(isWhole("employedSince", "")).toBe(false);
  expect(isWhole("employer", "  ")).toBe(false);
  expect(isWhole("emergencyContactPhone", "13900139000")).toBe(true);
  expect(isWhole("monthlyIncome", "18000")).toBe(true);
});

import { expect, test } from "vitest";
import type { ReviewStep_DraftFragment } from "../../gql/graphql.ts";
import { issuesOf } from "./review-issues.ts";

type Item = ReviewStep_DraftFragment["items"][number];

const item = (name: string, more: Partial<Item> = {}): Item => ({
  __typename: "DraftItem",
  isSelected: true,
  problem: null,
  debtService: null,
  product: {
    __typename: "Product",
    id: name,
    name,
    institution: { __typename: "Institution", id: `i-${name}`, shortName: `bank ${name}` },
  },
  quote: {
    __typename: "Quote",
    amount: "50000.00",
    termCount: 12,
    method: "EQUAL_INSTALMENT",
    firstPayment: "4400.00",
    totalCost: "2800.00",
    annualCost: { __typename: "AnnualisedCost", primary: "0.10", primaryMethod: "IRR_NOMINAL_SIMPLE" },
  },
  consentText: {
    __typename: "ConsentText",
    hash: `hash-${name}`,
    institution: { __typename: "Institution", id: `i-${name}`, name, shortName: `bank ${name}` },
  },
  ...more,
});

const draft = (items: Item[], missing: ReviewStep_DraftFragment["missing"] = []): ReviewStep_DraftFragment => ({
  __typename: "ApplicationDraft",
  id: "d1",
  amount: "50000.00",
  termCount: 12,
  purpose: "OTHER",
  method: null,
  hardPulls: { __typename: "HardPulls", limit: 8, left: 8, windowDays: 30 },
  missing,
  items,
});

test("B-10 nothing is in the way once every chosen institution has its consent", () => {
  expect(issuesOf(draft([item("a"), item("b", { isSelected: false })]), { "i-a": "hash-a" })).toEqual([]);
});

test("B-10 what is wrong is listed in the order of the steps, each with the step that mends it", () => {
  const missing = [
    {
      __typename: "MissingFact" as const,
      kind: "DOCUMENT" as const,
      field: "documents",
      documentKind: "INCOME_PROOF" as const,
      institutionNames: ["bank a"],
    },
  ];
  const issues = issuesOf(draft([item("a", { problem: "out of range" })], missing), {});
  expect(issues.map(({ step, kind }) => [step, kind])).toEqual([
    ["need", "product"],
    ["documents", "missing"],
    ["consents", "consent"],
  ]);
});

test("with nothing chosen that is all there is to say", () => {
  expect(issuesOf(draft([item("a", { isSelected: false })]), {}).map(({ kind }) => kind)).toEqual(["nothing"]);
});

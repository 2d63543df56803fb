import { expect, it } from "vitest";
import { draftFor, termsOf } from "./decision-draft.ts";

const asked = { amount: "80000.00", termCount: 24, method: "EQUAL_INSTALMENT", rate: "0.108000" } as const;

it("a fresh decision carries exactly what was asked for", () => {
  expect(termsOf("counter", draftFor(asked), asked)).toEqual({
    amount: "80000.00",
    annualRate: "0.108000",
    termCount: 24,
    method: "EQUAL_INSTALMENT",
  });
});

it("an approval keeps the amount, term and method whatever a counter-offer had typed before", () => {
  const draft = { ...draftFor(asked), yuan: "50000", termCount: 12, percent: "9.9" };
  expect(termsOf("approve", draft, asked)).toEqual({
    amount: "80000.00",
    annualRate: "0.099000",
    termCount: 24,
    method: "EQUAL_INSTALMENT",
  });
  expect(termsOf("counter", draft, asked)).toMatchObject({ amount: "50000.00", termCount: 12 });
});

it("figures that are none are never sent", () => {
  expect(termsOf("counter", { ...draftFor(asked), yuan: "five" }, asked)).toBeNull();
  expect(termsOf("approve", { ...draftFor(asked), percent: "" }, asked)).toBeNull();
});

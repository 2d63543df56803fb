import { expect, test } from "vitest";
import { asMoney, draftOf, saveOf, wrongFields } from "./profile-draft.ts";

const empty = draftOf(null);

test("amounts of a profile go out in yuan and fen without passing through a number", () => {
  expect(asMoney("18000")).toBe("18000.00");
  expect(asMoney("18,000.5")).toBe("18000.50");
  expect(asMoney("0.1")).toBe("0.10");
  expect(asMoney("1e5")).toBeUndefined();
  expect(asMoney("-1")).toBeUndefined();
});

test("saving says the filled boxes anew and leaves the empty ones alone", () => {
  expect(saveOf({ ...empty, employer: " 云杉科技 ", monthlyIncome: "18000" }, 3)).toEqual({
    version: 3,
    employer: "云杉科技",
    monthlyIncome: "18000.00",
  });
});

test("an income that is no amount is refused before it is sent", () => {
  expect(wrongFields({ ...empty, monthlyIncome: "two", monthlyDebtPayment: "20" })).toEqual(["monthlyIncome"]);
});

import { expect, test } from "vitest";
import { termsOf } from "./ApplicationCard.tsx";

type Application = Parameters<typeof termsOf>[0];
const offer = (state: Application["offers"][number]["state"]): Application["offers"][number] => ({
  __typename: "Offer",
  id: state,
  state,
  amount: "60000.00",
  termCount: 12,
  quote: { __typename: "Quote", annualCost: { __typename: "AnnualisedCost", primary: "0.121000" } },
});
const asked = { amount: "120000.00", termCount: 24, quotedAnnualCost: "0.153000" };

test("B-13: a card shows what was asked for, and what was agreed once an offer is taken", () => {
  const terms = (...offers: Application["offers"]) => termsOf({ ...asked, offers } as Application);
  const wished = { amount: "120000.00", termCount: 24, annualCost: "0.153000" };
  expect(terms()).toEqual(wished);
  expect(terms(offer("DECLINED"))).toEqual(wished);
  expect(terms(offer("DECLINED"), offer("ACCEPTED"))).toEqual({
    amount: "60000.00",
    termCount: 12,
    annualCost: "0.121000",
  });
});

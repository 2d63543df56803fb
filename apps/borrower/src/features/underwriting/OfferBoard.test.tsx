import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { areOfOtherLoans, OfferBoard, openOffers } from "./OfferBoard.tsx";

afterEach(cleanup);

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };

interface Told {
  amount: string;
  termCount: number;
  cost: string;
  total: string;
}

/** Open offers, one per lender, in the order they are given. */
const offersOf = (...told: Told[]) =>
  openOffers(
    told.map(({ amount, termCount, cost, total }, at) => ({
      __typename: "Application" as const,
      id: `a${at}`,
      permittedActions: ["ACCEPT_OFFER" as const],
      institution: { __typename: "Institution" as const, id: `i${at}`, shortName: `Lender ${at}` },
      product: { __typename: "Product" as const, versionId: `v${at}`, name: `Product ${at}` },
      offers: [
        {
          __typename: "Offer" as const,
          id: `o${at}`,
          state: "OPEN" as const,
          kind: "AS_REQUESTED" as const,
          amount,
          termCount,
          annualRate: cost,
          expiresAt: "2026-11-25T06:00:00Z",
          quote: {
            __typename: "Quote" as const,
            annualCost: {
              __typename: "AnnualisedCost" as const,
              primary: cost,
              primaryMethod: "IRR_NOMINAL_SIMPLE" as const,
            },
            netDisbursed: amount,
            firstPayment: total,
            totalFees: total,
            totalCost: total,
            totalPayment: total,
          },
        },
      ],
    })),
  );

function open(columns: ReturnType<typeof offersOf>) {
  render(
    <TestTexts own={own} locale="en-US">
      <OfferBoard columns={columns} now={Date.parse("2026-11-22T06:00:00Z")} />
    </TestTexts>,
  );
}
/** Which columns of a line are marked least. */
const leastOf = (line: string) =>
  within(screen.getByRole("row", { name: new RegExp(`^${line}`) }))
    .getAllByRole("cell")
    .flatMap((cell, at) => (cell.textContent?.includes("Least") ? [at] : []));

const small = { amount: "60000.00", termCount: 12, cost: "0.096000", total: "3165.58" };
const large = { amount: "120000.00", termCount: 24, cost: "0.094000", total: "12101.27" };

test("offers of other loans are compared by their annual cost, never by sums of money", () => {
  const columns = offersOf(small, large);
  expect(areOfOtherLoans(columns)).toBe(true);
  open(columns);
  expect(leastOf("Annual cost")).toEqual([1]);
  for (const line of ["Total cost", "First payment", "Fees"]) expect(leastOf(line)).toEqual([]);
});

test("among offers of the same amount and term the least sum is marked, beside one of another loan", () => {
  const columns = offersOf(small, { ...small, total: "3000.00" }, large);
  open(columns);
  expect(leastOf("Total cost")).toEqual([1]);
  expect(areOfOtherLoans(columns.slice(0, 2))).toBe(false);
});

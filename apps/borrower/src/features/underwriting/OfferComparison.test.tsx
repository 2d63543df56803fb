import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { OfferComparisonProps } from "./OfferComparison.tsx";
import { OfferComparison } from "./OfferComparison.tsx";

afterEach(cleanup);

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
const application: OfferComparisonProps["application"] = {
  __typename: "Application",
  id: "a1",
  amount: "120000.00",
  termCount: 24,
  method: "EQUAL_INSTALMENT",
  // The evening before in UTC: the day of a quote is Beijing's.
  submittedAt: "2026-09-22T17:07:00Z",
  quotedAnnualCost: "0.153000",
  quotedAnnualRate: "0.153000",
  quotedFirstPayment: "5835.52",
  quotedTotalPayment: "140052.36",
  offers: [
    {
      __typename: "Offer",
      id: "o1",
      kind: "COUNTER_OFFER",
      state: "OPEN",
      amount: "60000.00",
      termCount: 12,
      annualRate: "0.096000",
      method: "EQUAL_INSTALMENT",
      quote: {
        __typename: "Quote",
        annualCost: { __typename: "AnnualisedCost", primary: "0.096000", primaryMethod: "IRR_NOMINAL_SIMPLE" },
        netDisbursed: "60000.00",
        firstPayment: "5263.80",
        totalInterest: "3165.58",
        totalFees: "0.00",
        totalCost: "3165.58",
        totalPayment: "63165.58",
      },
    },
  ],
};
const quote = {
  __typename: "Quote",
  annualRate: "0.153000",
  netDisbursed: "119400.00",
  firstPayment: "5835.52",
  totalInterest: "20052.36",
  totalFees: "600.00",
  totalCost: "20652.36",
  totalPayment: "140052.36",
};

function open(quoted: typeof quote) {
  const asked: unknown[] = [];
  const client = createTestClient({
    QuotedFigures: (variables) => {
      asked.push(variables);
      const product = { __typename: "Product", id: "p1", quote: quoted };
      return { data: { application: { __typename: "Application", id: "a1", product } } };
    },
  });
  render(
    <TestTexts own={own} locale="en-US">
      <ClientProvider client={client}>
        <OfferComparison application={application} />
      </ClientProvider>
    </TestTexts>,
  );
  return asked;
}
const askedFor = (line: string) =>
  within(screen.getByRole("row", { name: new RegExp(`^${line}`) })).getAllByRole("cell")[0]?.textContent;

test("what was asked for has every figure of the quote shown at submission", async () => {
  const asked = open(quote);
  await screen.findByText("¥20,652.36");
  expect(askedFor("Paid out to you")).toBe("¥119,400.00");
  expect(askedFor("Interest")).toBe("¥20,052.36");
  expect(askedFor("Fees")).toBe("¥600.00");
  expect(askedFor("Total cost")).toBe("¥20,652.36");
  expect(screen.getByRole("row", { name: /^Total cost/ }).textContent).toContain("¥17,486.78 less");
  expect(asked).toEqual([
    { id: "a1", amount: "120000.00", termCount: 24, method: "EQUAL_INSTALMENT", startOn: "2026-09-23" },
  ]);
});

test("a quote that is not to the fen what was shown at submission fills nothing in", async () => {
  open({ ...quote, totalPayment: "140052.37" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(askedFor("Interest")).toBe("—");
  expect(askedFor("Total repaid")).toBe("¥140,052.36");
});

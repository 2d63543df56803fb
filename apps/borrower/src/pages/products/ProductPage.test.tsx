import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { readCalculator } from "../../features/catalog/calculator-address.ts";
import { setPicks } from "../../features/catalog/picks.ts";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ProductPage } from "./ProductPage.tsx";

// What is loaded late comes late on a busy machine.
configure({ asyncUtilTimeout: 6_000 });
const own = { "zh-CN": zhCN, "en-US": enUS };
afterEach(() => {
  cleanup();
  setPicks([]);
  vi.useRealTimers();
});

const institution = {
  __typename: "Institution",
  id: "i1",
  name: "江南银行股份有限公司",
  shortName: "江南银行",
  licenceKind: "BANK",
  licenceNumber: "B0001",
  uscc: "91310000MA1K35XQ10",
  province: "江苏",
  servicePhone: "95500",
  monogram: "江",
  expectedTimes: [],
};
const row = {
  __typename: "Product",
  id: "p1",
  slug: "anju",
  version: 3,
  name: "安居装修贷",
  tagline: "按月还款",
  category: "RENOVATION",
  amountMin: "10000.00",
  amountMax: "200000.00",
  rateMin: "0.060000",
  rateMax: "0.072500",
  termOptions: [12, 24],
  repaymentMethods: ["EQUAL_INSTALMENT"],
  dayCount: "ACT_365",
  disbursementHours: 24,
  coolingOffDays: 7,
  isAvailable: true,
  requiredDocuments: [],
  annualCost: { __typename: "CostRange", min: "0.060000", max: "0.084000", method: "IRR_NOMINAL_SIMPLE" },
  contingentCosts: [],
  eligibility: { __typename: "Eligibility", lines: ["年龄 22–60 周岁"] },
  institution,
  fees: [
    {
      __typename: "ProductFee",
      code: "GUARANTEE",
      timing: "PER_PERIOD",
      basis: "RATE_OF_PRINCIPAL",
      amount: null,
      rate: "0.001000",
      payment: "PAID",
    },
  ],
};
const quote = {
  __typename: "Quote",
  amount: "50000.00",
  termCount: 24,
  method: "EQUAL_INSTALMENT",
  annualRate: "0.072500",
  startOn: "2026-09-24",
  netDisbursed: "50000.00",
  firstPayment: "2294.30",
  lastPayment: "2294.29",
  highestPayment: "2294.30",
  totalInterest: "3863.19",
  totalFees: "1200.00",
  totalPayment: "55063.19",
  totalCost: "5063.19",
  isAmountAdjusted: false,
  annualCost: { __typename: "AnnualisedCost", primary: "0.094700", primaryMethod: "IRR_NOMINAL_SIMPLE" },
  fees: [
    {
      __typename: "QuoteFee",
      code: "GUARANTEE",
      name: "担保费",
      timing: "PER_PERIOD",
      payment: "PAID",
      payee: "GUARANTOR",
      payeeName: "安信融资担保有限公司",
      standard: "每期随还款收取，借款本金的 0.10%",
      total: "1200.00",
    },
  ],
  rows: [],
};
const other = { ...row, id: "p2", slug: "jia", name: "佳居装修贷" };

function open(isOffered: () => boolean, isAmountAdjusted = false) {
  const client = createTestClient({
    ProductPage: () => ({
      data: { product: { ...row, isAvailable: isOffered(), quote: { ...quote, isAmountAdjusted } } },
    }),
    Alternatives: { data: { product: { __typename: "Product", id: "p1", alternatives: [{ ...other, quote }] } } },
    CompareTray: { data: { products: { __typename: "ProductConnection", edges: [] } } },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter initialEntries={["/products/anju?amount=50000&term=24"]}>
          <Routes>
            <Route path="/products/:slug" element={<ProductPage />} />
          </Routes>
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}

test("U-17 a guarantee fee stands on the product's page with its payee and its sum, inside the annual cost", async () => {
  open(() => true);
  const fee = (await screen.findByText("担保费")).closest("li");
  expect(fee?.textContent).toContain("1,200.00");
  expect(fee?.textContent).toContain("由安信融资担保有限公司");
  expect(screen.getByText("9.47%")).toBeTruthy();
});

test("2-03 a loan the product does not offer is said to be another one; the loan asked for is not", async () => {
  const said = zhCN["quote.adjusted"];
  open(() => true, true);
  expect(await screen.findByText(said)).toBeTruthy();
  cleanup();
  open(() => true);
  await screen.findByText("9.47%");
  expect(screen.queryByText(said)).toBeNull();
});

test("2-03 the calculator opens with the product's own terms", async () => {
  open(() => true);
  const link = await screen.findByRole("link", { name: "用计算器细算" });
  const address = new URL(link.getAttribute("href") ?? "", "http://localhost");
  expect(address.pathname).toBe("/calculator");
  expect(readCalculator(address.searchParams)).toMatchObject({
    amount: 50_000,
    term: 24,
    rate: "7.25",
    method: "EQUAL_INSTALMENT",
    dayCount: "ACT_365",
    product: "anju",
    fees: [{ code: "GUARANTEE", timing: "PER_PERIOD", basis: "RATE_OF_PRINCIPAL", payment: "PAID", value: "0.1" }],
  });
});

test("B-01 a product suspended while it is read says so at the next look, offers others and takes no application", async () => {
  let isOffered = true;
  vi.useFakeTimers({ toFake: ["Date"] });
  open(() => isOffered);
  expect(await screen.findByRole("link", { name: "申请这款产品" })).toBeTruthy();
  isOffered = false;
  vi.setSystemTime(Date.now() + 6_000);
  fireEvent.focus(window);
  expect(await screen.findByRole("heading", { name: "条件相近的产品" })).toBeTruthy();
  expect(await screen.findByRole("link", { name: "佳居装修贷" })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("link", { name: "申请这款产品" })).toBeNull());
});

test("2-02 a product is put aside from its own page", async () => {
  open(() => true);
  fireEvent.click(await screen.findByRole("button", { name: "加入对比" }));
  expect(await screen.findByRole("button", { name: "已加入对比", pressed: true })).toBeTruthy();
  expect(await screen.findByText("再选一款即可对比")).toBeTruthy();
});

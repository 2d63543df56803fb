import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { setPicks } from "../../features/catalog/picks.ts";
import { type Noted, takeActivity } from "../../lib/activity.ts";
import findingEn from "../../lib/finding/messages/en-US.json";
import findingZh from "../../lib/finding/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ComparePage } from "./ComparePage.tsx";

const own = { "zh-CN": { ...zhCN, ...findingZh }, "en-US": { ...enUS, ...findingEn } };
afterEach(() => {
  cleanup();
  setPicks([]);
  vi.unstubAllGlobals();
});

const product = (slug: string, changed: object = {}) => ({
  __typename: "Product",
  id: `id-${slug}`,
  slug,
  name: `${slug}贷`,
  version: 2,
  isAvailable: true,
  category: "RENOVATION",
  amountMin: "10000.00",
  amountMax: "200000.00",
  termOptions: [12, 24],
  repaymentMethods: ["EQUAL_INSTALMENT"],
  disbursementHours: 24,
  coolingOffDays: 7,
  requiredDocuments: ["IDENTITY_FRONT"],
  annualCost: { __typename: "CostRange", min: "0.060000", max: "0.120000", method: "IRR_NOMINAL_SIMPLE" },
  contingentCosts: [],
  eligibility: {
    __typename: "Eligibility",
    minAge: 22,
    maxAge: 60,
    minMonthlyIncome: null,
    employments: [],
    provinceNames: [],
    minEmploymentMonths: null,
  },
  institution: {
    __typename: "Institution",
    id: "i1",
    name: "江南银行",
    shortName: "江南",
    licenceKind: "BANK",
    servicePhone: "95500",
  },
  alternatives: [],
  ...changed,
});

const quote = (totalCost: string, changed: object = {}) => ({
  __typename: "Quote",
  amount: "50000.00",
  termCount: 24,
  method: "EQUAL_INSTALMENT",
  annualRate: "0.072500",
  netDisbursed: "50000.00",
  firstPayment: "2244.30",
  lastPayment: "2244.29",
  highestPayment: "2244.30",
  totalInterest: totalCost,
  totalFees: "0.00",
  totalPayment: "53863.19",
  totalCost,
  isAmountAdjusted: false,
  annualCost: {
    __typename: "AnnualisedCost",
    primary: "0.072500",
    primaryMethod: "IRR_NOMINAL_SIMPLE",
    nominal: "0.072500",
    effective: "0.074958",
  },
  fees: [],
  ...changed,
});

const other = { __typename: "Product", id: "id-d", slug: "d", name: "d贷", version: 1 };
const columnOf = (key: string) => {
  const found: Record<string, object> = {
    a: { product: product("a"), quote: quote("3863.19") },
    b: { product: product("b"), quote: quote("4100.00") },
    gone: { product: product("gone", { isAvailable: false, alternatives: [other] }), quote: quote("1.00") },
    d: { product: product("d"), quote: quote("9.00") },
  };
  return { __typename: "ComparedProduct", key, ...(found[key] ?? { product: null, quote: null }) };
};

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}
const address = () => screen.getByTestId("address").textContent;

const asked: unknown[] = [];
function open(at: string) {
  asked.length = 0;
  const client = createTestClient({
    ComparePage: (variables) => {
      asked.push(variables);
      return { data: { comparison: (variables.ids as string[]).map(columnOf) } };
    },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter initialEntries={[at]}>
          <ComparePage />
          <Address />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}

test("2-02 the address decides products, amount and term; all are asked for the same loan", async () => {
  open("/compare?ids=a,b,a,,&amount=80000&term=36&method=EQUAL_PRINCIPAL");
  await screen.findByRole("table");
  expect(asked).toEqual([{ ids: ["a", "b"], amount: "80000.00", term: 36, method: "EQUAL_PRINCIPAL" }]);
  fireEvent.click(screen.getByRole("radio", { name: "12 个月" }));
  await waitFor(() => expect(address()).toContain("term=12"));
  await waitFor(() => expect(asked).toHaveLength(2));
});

test("2-02 what differs and what is best is said in words; the switch leaves only what differs", async () => {
  open("/compare?ids=a,b");
  const table = await screen.findByRole("table");
  const total = within(table).getByRole("row", { name: /利息与费用合计/ });
  expect(within(total).getByText("有差异")).toBeTruthy();
  expect(within(total).getAllByText("最优")).toHaveLength(1);
  expect(within(total).getAllByRole("cell")[0]?.textContent).toContain("最优");
  expect(within(table).getByRole("row", { name: /^年龄/ })).toBeTruthy();
  fireEvent.click(screen.getByRole("switch", { name: "只看差异" }));
  await waitFor(() => expect(address()).toContain("only=1"));
  expect(within(table).queryByRole("row", { name: /^年龄/ })).toBeNull();
  expect(within(table).getByRole("row", { name: /利息与费用合计/ })).toBeTruthy();
});

test("X-02: what stands beside each other is noted once each, as soon as there are two", async () => {
  const noted: Noted[] = [];
  // What earlier pages noted has nowhere gone yet.
  takeActivity(() => {});
  takeActivity((one) => noted.push(one));
  open("/compare?ids=a");
  await screen.findByRole("table");
  expect(noted).toEqual([]);
  cleanup();
  open("/compare?ids=a,b");
  await screen.findByRole("table");
  fireEvent.click(screen.getByRole("radio", { name: "24 个月" }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(noted).toEqual([
    { kind: "PRODUCT_COMPARED", productId: "id-a" },
    { kind: "PRODUCT_COMPARED", productId: "id-b" },
  ]);
  takeActivity(null);
});

test("2-02 missing facts are called not stated", async () => {
  open("/compare?ids=a,b");
  const table = await screen.findByRole("table");
  expect(within(table).getByRole("row", { name: /提前还款违约金/ }).textContent).toContain("未说明");
});

test("2-02 what was suspended, changed or never was is told on its column; another can take its place", async () => {
  open("/compare?ids=a,gone,nonsense&v=1,2,");
  await screen.findByRole("table");
  const [, changed, gone, unknown] = screen.getAllByRole("columnheader");
  expect(changed?.textContent).toContain("第 1 版改为第 2 版");
  expect(gone?.textContent).toContain("已暂停受理");
  expect(within(gone as HTMLElement).queryByRole("link", { name: "申请" })).toBeNull();
  expect(unknown?.textContent).toContain("“nonsense”不存在");
  fireEvent.click(within(gone as HTMLElement).getByRole("button", { name: "d贷" }));
  await waitFor(() => expect(address()).toContain("ids=a%2Cd%2Cnonsense"));
});

test("2-02 a column is taken out of the address", async () => {
  open("/compare?ids=a,b");
  await screen.findByRole("table");
  fireEvent.click(screen.getByRole("button", { name: "移除 a贷" }));
  await waitFor(() => expect(address()).toContain("ids=b&"));
});

test("2-02 without products it says where to find some", async () => {
  open("/compare");
  expect(await screen.findByText("还没有要对比的产品")).toBeTruthy();
  expect(asked).toEqual([]);
});

/** A screen of 375 px. */
function onPhone() {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query === "(width < 768px)",
    addEventListener() {},
    removeEventListener() {},
  }));
}

test("2-02 on a phone a fact is named above its values, which keep both of their headers", async () => {
  onPhone();
  open("/compare?ids=a,b");
  const table = await screen.findByRole("table");
  const [first, second] = within(table).getAllByRole("columnheader", { name: /贷/ });
  const fact = within(table).getByText("利息与费用合计").closest("th") as HTMLElement;
  expect(fact.getAttribute("colspan")).toBe("2");
  const cells = [...(fact.closest("tr")?.nextElementSibling?.children ?? [])];
  expect(cells.map((cell) => cell.getAttribute("headers"))).toEqual([
    `${first?.id} ${fact.id}`,
    `${second?.id} ${fact.id}`,
  ]);
  expect(cells[0]?.textContent).toContain("¥3,863.19");
  expect(screen.queryByText(/左右滑动/)).toBeNull();
});

test("2-02 on a phone more than two products say that there is more to the side", async () => {
  onPhone();
  open("/compare?ids=a,b,d");
  await screen.findByRole("table");
  expect(screen.getByText("左右滑动查看全部 3 款")).toBeTruthy();
});

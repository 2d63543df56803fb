import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { afterEach, expect, test } from "vitest";
import type { ProductFilter } from "../../gql/graphql.ts";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ProductsPage } from "./ProductsPage.tsx";

const own = { "zh-CN": zhCN, "en-US": enUS };
afterEach(cleanup);

const quote = {
  __typename: "Quote",
  amount: "50000.00",
  termCount: 12,
  method: "EQUAL_INSTALMENT",
  firstPayment: "4512.27",
  highestPayment: "4512.27",
  totalCost: "4147.24",
  isAmountAdjusted: false,
};

function product(number: number) {
  return {
    __typename: "Product",
    id: `p${number}`,
    slug: `product-${number}`,
    name: `安心分期${number}`,
    tagline: "",
    category: "CONSUMPTION",
    amountMin: "10000.00",
    amountMax: "200000.00",
    termOptions: [6, 12, 24],
    disbursementHours: 24,
    isAvailable: true,
    annualCost: { __typename: "CostRange", min: "0.072000", max: "0.156000", method: "IRR_NOMINAL_SIMPLE" },
    institution: {
      __typename: "Institution",
      id: "i1",
      shortName: "长宁银行",
      licenceKind: "BANK",
      monogram: "宁",
    },
  };
}

const facets = { __typename: "ProductFacets", institutions: [], categories: [], methods: [], licenceKinds: [] };

function listOf(count: number) {
  const edges = Array.from({ length: count }, (_, at) => ({
    __typename: "ProductEdge",
    cursor: `c${at}`,
    node: product(at),
    quote,
  }));
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  return { data: { products: { __typename: "ProductConnection", totalCount: count, pageInfo, facets, edges } } };
}

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}

function open(address: string, answers: Parameters<typeof createTestClient>[0]) {
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient(answers, { Query: ["products"] })}>
        <MemoryRouter initialEntries={[address]}>
          <ProductsPage />
          <Address />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}

const address = () => screen.getByTestId("address").textContent;

test("B-02 every product shows the same six facts in the same order, the annual cost with its method", async () => {
  open("/products", { ProductsPage: listOf(2) });
  const [first] = await screen.findAllByRole("article");
  const facts = [...(first?.querySelectorAll("dt") ?? [])].map((fact) => fact.textContent);
  expect(facts).toEqual(["年化综合成本单利", "额度", "期限", "月供", "费用合计", "放款时效"]);
  expect(first?.textContent).toContain("7.20%–15.60%");
  expect(first?.textContent).toContain("¥4,147.24");
});

test("B-06 B-07 the address decides what is asked for, and a chosen order goes into the address", async () => {
  let asked: ProductFilter | undefined;
  open("/products?q=car&amount=80000&term=24&licence=BANK", {
    ProductsPage: (variables) => {
      asked = variables.filter;
      return listOf(1);
    },
  });
  await screen.findAllByRole("article");
  expect(asked).toEqual({ text: "car", amount: "80000.00", termCount: 24, licenceKinds: ["BANK"] });
  fireEvent.click(screen.getByRole("radio", { name: "放款最快" }));
  await waitFor(() => expect(address()).toContain("sort=SPEED"));
  expect(address()).toContain("amount=80000");
});

test("B-11 up to four products are put aside and lead to one application", async () => {
  open("/products?amount=80000&term=24&pick=p0%2Cp1%2Cp2", { ProductsPage: listOf(5), ApplyTray: listOf(3) });
  await screen.findAllByRole("article");
  const add = () => screen.getAllByRole("button", { name: "加入申请" });
  fireEvent.click(add()[0] as HTMLElement);
  const apply = await screen.findByRole("link", { name: "一次申请 4 家" });
  expect(apply.getAttribute("href")).toBe("/apply?products=p0%2Cp1%2Cp2%2Cp3&amount=80000&term=24");
  expect(add().every((button) => button.hasAttribute("disabled"))).toBe(true);
});

test("B-06 where nothing fits, each filter that would help can be dropped with what it brings", async () => {
  open("/products?q=zzz&licence=BANK", {
    ProductsPage: listOf(0),
    ProductRelaxation: ({ filter }) => listOf(filter.text === undefined ? 3 : 0),
  });
  const way = await screen.findByRole("link", { name: /不限搜索词.*3 款/ });
  expect(way.getAttribute("href")).toBe("/products?licence=BANK");
  expect(screen.queryByRole("link", { name: /不限牌照类型/ })).toBeNull();
});

test("a list that cannot be fetched offers another try and the number support asks for", async () => {
  open("/products", { ProductsPage: refusal("UNAVAILABLE", "unavailable", { requestId: "req-42" }) });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("req-42");
  expect(screen.getByRole("button", { name: "重试" })).toBeTruthy();
});

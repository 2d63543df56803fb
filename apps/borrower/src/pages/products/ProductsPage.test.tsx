import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { afterEach, expect, test } from "vitest";
import { productHref } from "../../features/catalog/ProductRow.tsx";
import { setPicks } from "../../features/catalog/picks.ts";
import { filterOf, readSearch } from "../../features/catalog/product-search.ts";
import type { ProductFilter } from "../../gql/graphql.ts";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ProductsPage } from "./ProductsPage.tsx";

// What is loaded late comes late on a busy machine.
configure({ asyncUtilTimeout: 6_000 });
const own = { "zh-CN": zhCN, "en-US": enUS };
afterEach(() => {
  cleanup();
  setPicks([]);
});

const quote = {
  __typename: "Quote",
  amount: "50000.00",
  termCount: 12,
  method: "EQUAL_INSTALMENT",
  firstPayment: "4512.27",
  highestPayment: "4512.27",
  totalCost: "4147.24",
  isAmountAdjusted: false,
  annualCost: { __typename: "AnnualisedCost", primary: "0.149900" },
};

function product(number: number) {
  return {
    __typename: "Product",
    id: `p${number}`,
    slug: `product-${number}`,
    version: 1,
    name: `安心分期${number}`,
    tagline: "",
    category: "CONSUMPTION",
    amountMin: "10000.00",
    amountMax: "200000.00",
    termOptions: [6, 12, 24],
    repaymentMethods: ["EQUAL_INSTALMENT"],
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

function listOf(count: number, reading: unknown = null) {
  const edges = Array.from({ length: count }, (_, at) => ({
    __typename: "ProductEdge",
    cursor: `c${at}`,
    node: product(at),
    quote,
  }));
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  return {
    data: { products: { __typename: "ProductConnection", totalCount: count, pageInfo, facets, reading, edges } },
  };
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
  expect(first?.textContent).toContain("这笔贷款 14.99%");
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

test("B-06 of two changes made before the page is drawn anew neither loses the other", async () => {
  open("/products?amount=80000", { ProductsPage: listOf(1) });
  await screen.findAllByRole("article");
  act(() => {
    screen.getByRole("radio", { name: "放款最快" }).click();
    screen.getByRole("radio", { name: "卡片" }).click();
  });
  await waitFor(() => expect(address()).toContain("view=cards"));
  expect(address()).toContain("sort=SPEED");
  expect(address()).toContain("amount=80000");
});

test("2-02 up to four products are put aside by their row, outlive the page and lead to one comparison", async () => {
  const answers = { ProductsPage: listOf(5), CompareTray: listOf(5) };
  open("/products?amount=80000&term=24", answers);
  await screen.findAllByRole("article");
  for (const row of [0, 1, 2]) fireEvent.click(screen.getAllByRole("button", { name: /加入对比/ })[row] as HTMLElement);
  cleanup();
  open("/products?amount=80000&term=24", answers);
  await screen.findAllByRole("article");
  fireEvent.click(screen.getAllByRole("button", { name: "加入对比" })[0] as HTMLElement);
  const compare = await screen.findByRole("link", { name: "对比 4 款" });
  const slugs = ["product-0", "product-1", "product-2", "product-3"].join("%2C");
  expect(compare.getAttribute("href")).toBe(`/compare?ids=${slugs}&amount=80000&term=24&v=1%2C1%2C1%2C1`);
  expect(screen.getAllByRole("button", { name: "加入对比" }).every((add) => add.hasAttribute("disabled"))).toBe(true);
});

test("B-11 what is put aside leads to one application, without what is no longer offered", async () => {
  setPicks(
    [1, 2, 9].map((number) => ({ id: `p${number}`, slug: `product-${number}`, name: `贷${number}`, version: 1 })),
  );
  open("/products?amount=80000&term=24", { ProductsPage: listOf(5), CompareTray: listOf(5) });
  const apply = await screen.findByRole("link", { name: "一次申请 2 家" });
  expect(apply.getAttribute("href")).toBe("/apply?products=p1%2Cp2&amount=80000&term=24");
  expect(screen.getByText("贷9 · 暂停受理")).toBeTruthy();
});

test("B-05 the amount and the term of the words are the loan of the rows and of the tray, not a nearest choice", async () => {
  const reading = {
    __typename: "SearchReading",
    amount: "120000.00",
    termCount: 24,
    categories: ["RENOVATION"],
    methods: ["BULLET"],
    ignored: ["龘"],
  };
  const list = listOf(2, reading);
  for (const edge of list.data.products.edges) edge.quote = { ...quote, amount: "120000.00", termCount: 24 };
  setPicks([0, 1].map((number) => ({ id: `p${number}`, slug: `product-${number}`, name: "贷", version: 1 })));
  open("/products?q=%E8%A3%85%E4%BF%AE+12%E4%B8%87+24%E6%9C%9F", { ProductsPage: list, CompareTray: listOf(2) });
  const compare = await screen.findByRole("link", { name: "对比 2 款" });
  await waitFor(() => expect(compare.getAttribute("href")).toContain("amount=120000&term=24"));
  expect(screen.queryByText(/最接近/)).toBeNull();
  expect(screen.getByRole("note").textContent).toContain("按您的文字计算：装修一次性还本付息12 万元24 个月");
  expect(screen.getByText(/忽略/).textContent).toContain("龘");
});

test("B-07 a row leads to the loan it shows, by its method where that is not the product's usual one", () => {
  const usual = { slug: "p", repaymentMethods: ["EQUAL_INSTALMENT", "BULLET"] } as const;
  const shown = (method: "EQUAL_INSTALMENT" | "BULLET") =>
    productHref({ ...usual, repaymentMethods: [...usual.repaymentMethods] }, { ...quote, method } as never);
  expect(shown("EQUAL_INSTALMENT")).toBe("/products/p?amount=50000&term=12");
  expect(shown("BULLET")).toBe("/products/p?amount=50000&term=12&method=BULLET");
});

test("B-01 list and cards show equal facts in equal order", async () => {
  const factsOf = () =>
    screen.getAllByRole("article").map((row) => [...row.querySelectorAll("dt, dd")].map((fact) => fact.textContent));
  open("/products", { ProductsPage: listOf(2) });
  await screen.findAllByRole("article");
  const list = factsOf();
  fireEvent.click(screen.getByRole("radio", { name: "卡片" }));
  await waitFor(() => expect(address()).toBe("/products?view=cards"));
  expect(factsOf()).toEqual(list);
});

test("B-05 suggestions are chosen with the arrows and taken with Enter", async () => {
  const suggestion = {
    __typename: "SearchSuggestion",
    kind: "PURPOSE",
    text: "装修",
    label: "装修",
    slug: null,
    count: 7,
  };
  open("/products", {
    ProductsPage: listOf(2),
    SearchSuggestions: { data: { searchSuggestions: [suggestion, { ...suggestion, text: "装饰", label: "装饰" }] } },
  });
  const box = screen.getByRole("combobox", { name: "搜索" });
  fireEvent.change(box, { target: { value: "装" } });
  const options = await within(await screen.findByRole("listbox")).findAllByRole("option");
  expect(options.map((option) => option.textContent)).toEqual(["装修用途 · 7 款", "装饰用途 · 7 款"]);
  fireEvent.keyDown(box, { key: "ArrowDown" });
  expect(box.getAttribute("aria-activedescendant")).toBe(options[0]?.id);
  fireEvent.keyDown(box, { key: "ArrowUp" });
  fireEvent.keyDown(box, { key: "ArrowUp" });
  expect(box.getAttribute("aria-activedescendant")).toBe(options[1]?.id);
  fireEvent.keyDown(box, { key: "Enter" });
  await waitFor(() => expect(address()).toBe(`/products?q=${encodeURIComponent("装饰")}`));
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

test("B-06 the count of each way out is the count of the list it leads to", async () => {
  const counted = new Map<string, number>();
  open("/products?q=zzz&licence=BANK&apr=900&total=500", {
    ProductsPage: listOf(0),
    ProductRelaxation: ({ filter }) => {
      const count = 2 + Object.keys(filter).length + (filter.text ?? "").length;
      counted.set(JSON.stringify(filter), count);
      return listOf(count);
    },
  });
  await waitFor(() => expect(screen.getAllByRole("link", { name: /款/ })).toHaveLength(4));
  for (const way of screen.getAllByRole("link", { name: /款/ })) {
    const target = new URL(way.getAttribute("href") ?? "", "http://localhost");
    const count = counted.get(JSON.stringify(filterOf(readSearch(target.searchParams))));
    expect(way.textContent).toContain(`${count} 款`);
  }
});

test("a list that cannot be fetched offers another try and the number support asks for", async () => {
  open("/products", { ProductsPage: refusal("UNAVAILABLE", "unavailable", { requestId: "req-42" }) });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("req-42");
  expect(screen.getByRole("button", { name: "重试" })).toBeTruthy();
});

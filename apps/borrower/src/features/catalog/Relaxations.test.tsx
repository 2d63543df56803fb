import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { readSearch } from "./product-search.ts";
import { Relaxations } from "./Relaxations.tsx";

afterEach(cleanup);
const own = { "zh-CN": zhCN, "en-US": enUS };

/** Nothing fits this search; `countOf` is what a wider one would bring. */
function open(address: string, countOf: (asked: readonly string[]) => number, unknown?: string[]) {
  const client = createTestClient({
    ProductRelaxation: ({ filter }) => {
      const asked = Object.entries(filter as object).flatMap(([name, value]) => (value === undefined ? [] : [name]));
      return { data: { products: { __typename: "ProductConnection", totalCount: countOf(asked) } } };
    },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter>
          <Relaxations search={readSearch(new URLSearchParams(address))} unknown={unknown} />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}
const ways = () => screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);

test("B-06: each filter that is enough to drop is named with what it would bring, the others are not", async () => {
  open("q=a&amount=900000&term=12", (asked) => (asked.includes("amount") ? 0 : 7));
  await screen.findByText("7 款");
  expect(ways()).toEqual([["不限金额7 款", "/products?q=a&term=12"]]);
  expect(screen.getByText("去掉下面任意一个条件就有结果：")).toBeTruthy();
});

test("B-06: words that no product answers are the reason nothing fits, and are named", async () => {
  open("q=走查", () => 54, ["走查"]);
  await screen.findByText("54 款");
  expect(screen.getByText("没有产品与“走查”有关")).toBeTruthy();
  expect(screen.queryByText("没有产品同时满足全部条件")).toBeNull();
});

test("B-06: where no single filter is enough, each that can stand alone is, and the way to all products", async () => {
  open("q=a&amount=900000&term=120", (asked) => (asked.length === 1 && asked[0] === "text" ? 5 : 0));
  await screen.findByText("5 款");
  expect(ways()).toEqual([
    [expect.stringMatching(/^只看.+5 款$/), "/products?q=a"],
    ["查看全部产品", "/products"],
  ]);
  expect(screen.getByText("只去掉一个条件还不够，可以试试：")).toBeTruthy();
});

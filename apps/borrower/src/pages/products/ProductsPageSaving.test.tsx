import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, configure, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import noticesZh from "../../lib/notices/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ProductsPage } from "./ProductsPage.tsx";

vi.mock("../../lib/session.tsx", async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ viewer: null, isKnown: true, isSignedIn: false }),
}));
configure({ asyncUtilTimeout: 6_000 });
afterEach(cleanup);

test("2-35 a search that nobody answers yet can be kept", async () => {
  const facets = { __typename: "ProductFacets", institutions: [], categories: [], methods: [], licenceKinds: [] };
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  const none = { __typename: "ProductConnection", totalCount: 0, pageInfo, facets, reading: null, edges: [] };
  const client = createTestClient({ ProductsPage: { data: { products: none } } }, { Query: ["products"] });
  render(
    <TestTexts own={{ "zh-CN": { ...zhCN, ...noticesZh }, "en-US": enUS }}>
      <ClientProvider client={client}>
        <MemoryRouter initialEntries={["/products?category=CAR&total=10"]}>
          <ProductsPage />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
  expect(await screen.findByText("没有产品同时满足全部条件")).toBeTruthy();
  expect(await screen.findByRole("link", { name: "保存搜索" })).toBeTruthy();
});

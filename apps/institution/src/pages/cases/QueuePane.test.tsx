import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, expect, it } from "vitest";
import type { QueueSearch } from "../../features/applications/queue-search.ts";
import zhCN from "../../messages/zh-CN.json";
import { QueuePane } from "./QueuePane.tsx";

afterEach(cleanup);

const usual: QueueSearch = { view: "review", state: "", outcome: "", isMine: false, text: "", sort: "DUE_FIRST" };

function show(search: QueueSearch) {
  const client = createTestClient({
    Waiting: {
      data: {
        waiting: { __typename: "ApplicationConnection", totalCount: 15 },
        approvals: { __typename: "ApprovalConnection", edges: [] },
      },
    },
  });
  render(
    <TestTexts own={{ "zh-CN": zhCN }}>
      <ClientProvider client={client}>
        <QueuePane
          search={search}
          onSearch={() => {}}
          box={createRef()}
          queue={{
            applications: [],
            totalCount: 19,
            isKnown: true,
            isStale: false,
            failure: null,
            more: () => {},
            refresh: () => Promise.resolve(),
            prefetch: () => {},
          }}
          hrefOf={() => ""}
          openId={null}
          activeIndex={0}
          onActive={() => {}}
        />
      </ClientProvider>
    </TestTexts>,
  );
}

it("the queue says how many of its cases lie with a reviewer: the number at the navigation", async () => {
  show(usual);
  expect(await screen.findByText("19 件，其中待审 15 件")).toBeTruthy();
});

it("a queue that is narrowed says only how many it holds", async () => {
  show({ ...usual, outcome: "REFER" });
  // The number of the navigation has come, and is not said here.
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(screen.getByText("19 件")).toBeTruthy();
  expect(screen.queryByText(/其中待审/)).toBeNull();
});

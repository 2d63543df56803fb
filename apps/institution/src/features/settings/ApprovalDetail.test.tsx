import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { ApprovalDetail_ApprovalFragment } from "../../gql/graphql.ts";
import zhCN from "../../messages/zh-CN.json";
import { ApprovalDetail } from "./ApprovalDetail.tsx";

afterEach(cleanup);

const approval = {
  __typename: "Approval",
  id: "p1",
  kind: "application.decision",
  state: "PENDING",
  summary: "申请 DA1",
  subjectType: "Application",
  subjectId: "a1",
  makerName: "沈知秋",
  checkerName: null,
  createdAt: "2026-11-22T06:00:00Z",
  decidedAt: null,
  reason: null,
  isMine: false,
  canDecide: true,
  diff: [
    { __typename: "DiffEntry", field: "verdict", before: null, after: "COUNTER_OFFER" },
    { __typename: "DiffEntry", field: "amount", before: "150000.00", after: "140000.00" },
  ],
} as unknown as ApprovalDetail_ApprovalFragment;

function show(more: object = {}) {
  const spoken: unknown[] = [];
  const client = createTestClient({
    DecideApproval: ({ input }) => {
      spoken.push(input);
      return { data: { decideApproval: { ...approval, ...more, state: "RETURNED" } } };
    },
  });
  render(
    <TestTexts own={{ "zh-CN": zhCN }}>
      <ClientProvider client={client}>
        <ApprovalDetail approval={{ ...approval, ...more }} />
      </ClientProvider>
    </TestTexts>,
  );
  return spoken;
}

it("the maker sees why somebody else has to decide, and no verdict to give", () => {
  show({ isMine: true, canDecide: false });
  expect(screen.getByText("您提交的事项须由另一人复核。")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "同意" })).toBeNull();
});

it("the checker reads what would change in words and figures", () => {
  show();
  expect(screen.getByText("调整方案")).toBeTruthy();
  expect(screen.getByText("¥140,000.00")).toBeTruthy();
});

it("sending a wish back takes a reason", () => {
  const spoken = show();
  fireEvent.click(screen.getByRole("button", { name: "退回" }));
  expect(screen.getByText("请填写理由")).toBeTruthy();
  expect(spoken).toEqual([]);
  fireEvent.change(screen.getByLabelText("理由"), { target: { value: "金额偏高" } });
  fireEvent.click(screen.getByRole("button", { name: "退回" }));
  return expect.poll(() => spoken).toEqual([{ approvalId: "p1", verdict: "RETURNED", reason: "金额偏高" }]);
});

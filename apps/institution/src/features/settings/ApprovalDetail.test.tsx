import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { ApprovalDetail_ApprovalFragment } from "../../gql/graphql.ts";
import zhCN from "../../messages/zh-CN.json";
import { ApprovalDetail } from "./ApprovalDetail.tsx";

afterEach(cleanup);
// jsdom knows dialogues but not how to open them.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

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
    { __typename: "DiffEntry", field: "annualRate", before: "0.094000", after: "0.094000" },
    { __typename: "DiffEntry", field: "termCount", before: "24", after: "24" },
    { __typename: "DiffEntry", field: "method", before: "EQUAL_INSTALMENT", after: "EQUAL_INSTALMENT" },
  ],
} as unknown as ApprovalDetail_ApprovalFragment;

const caseAnswer = {
  data: {
    application: {
      __typename: "Application",
      id: "a1",
      number: "DA1",
      applicant: { __typename: "Applicant", nameMasked: "李*" },
      product: { __typename: "Product", versionId: "v1", name: "青屿安居装修贷" },
    },
  },
};

function show(more: object = {}, agreedCase: typeof caseAnswer | ReturnType<typeof refusal> = caseAnswer) {
  const spoken: unknown[] = [];
  const client = createTestClient({
    DecideApproval: ({ input }) => {
      spoken.push(input);
      return { data: { decideApproval: { ...approval, ...more, state: input.verdict } } };
    },
    AgreedCase: agreedCase,
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

it("the checker reads every term that is agreed, what stays as applied for as well", () => {
  show();
  expect(screen.getByText("调整方案")).toBeTruthy();
  expect(screen.getByText("¥140,000.00")).toBeTruthy();
  expect(screen.getByText("申请时：¥150,000.00")).toBeTruthy();
  expect(screen.getByText("24 个月")).toBeTruthy();
  expect(screen.getByText("9.40%")).toBeTruthy();
  expect(screen.getByText("等额本息")).toBeTruthy();
});

it("one press on agree sends nothing: the figures are shown once more and confirmed first", async () => {
  const spoken = show();
  fireEvent.click(screen.getByRole("button", { name: "同意" }));
  const dialog = within(screen.getByRole("dialog", { name: "同意并生效" }));
  expect(await dialog.findByText("青屿安居装修贷")).toBeTruthy();
  for (const figure of ["沈知秋", "¥140,000.00", "24 个月", "9.40%", "DA1"])
    expect(dialog.getByText(figure)).toBeTruthy();
  expect(dialog.getByText(/立即向借款人发出以上调整方案/)).toBeTruthy();
  expect(spoken).toEqual([]);
  expect(document.activeElement).toBe(dialog.getByRole("button", { name: "确认同意" }));
  fireEvent.click(dialog.getByRole("button", { name: "确认同意" }));
  await expect.poll(() => spoken).toEqual([{ approvalId: "p1", verdict: "APPROVED", reason: undefined }]);
});

it("a case that cannot be read cannot be agreed to: the dialogue says why", async () => {
  const message = "暂时无法读取，请稍后再试";
  const spoken = show({}, refusal("UNAVAILABLE", "unavailable", { message }));
  fireEvent.click(screen.getByRole("button", { name: "同意" }));
  const dialog = within(screen.getByRole("dialog", { name: "同意并生效" }));
  expect(await dialog.findByRole("alert")).toBeTruthy();
  const agree = dialog.getByRole("button", { name: "确认同意" }) as HTMLButtonElement;
  expect(agree.disabled).toBe(true);
  fireEvent.click(agree);
  expect(spoken).toEqual([]);
});

it("agreeing can be called off in the confirmation", () => {
  const spoken = show();
  fireEvent.click(screen.getByRole("button", { name: "同意" }));
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "取消" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(spoken).toEqual([]);
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

import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { DecisionPanel_ApplicationFragment } from "../../gql/graphql.ts";
import zhCN from "../../messages/zh-CN.json";
import { DecisionPanel } from "./DecisionPanel.tsx";
import type { Mode } from "./decision-draft.ts";

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

const application: DecisionPanel_ApplicationFragment = {
  __typename: "Application",
  " $fragmentName": "DecisionPanel_ApplicationFragment",
  id: "a1",
  number: "DA20261122-000001",
  state: "UNDER_REVIEW",
  version: 3,
  amount: "150000.00",
  termCount: 24,
  method: "EQUAL_INSTALMENT",
  permittedActions: ["DECIDE", "REQUEST_DOCUMENT", "ASSIGN"],
  applicant: { __typename: "Applicant", nameMasked: "张*" },
  product: {
    __typename: "Product",
    versionId: "v1",
    amountMin: "10000.00",
    amountMax: "240000.00",
    rateMax: "0.108000",
    termOptions: [12, 24],
    repaymentMethods: ["EQUAL_INSTALMENT"],
  },
  assessment: null,
  refusalReasons: [],
  pendingApproval: null,
} as unknown as DecisionPanel_ApplicationFragment;

const quoteOf = (amount: string) => ({
  __typename: "Quote",
  amount,
  annualRate: "0.108000",
  termCount: 24,
  method: "EQUAL_INSTALMENT",
  annualCost: { __typename: "AnnualisedCost", primary: "0.108000", primaryMethod: "IRR_NOMINAL_SIMPLE" },
  firstPayment: "6977.00",
  highestPayment: "6977.00",
  lastPayment: "6977.00",
  totalPayment: "167448.00",
  totalInterest: "17448.00",
  totalFees: "0.00",
  totalCost: "17448.00",
  netDisbursed: amount,
  rows: [],
});

function open(mode: Mode | null, more: Partial<DecisionPanel_ApplicationFragment> = {}) {
  const decided: unknown[] = [];
  const previewed: unknown[] = [];
  const client = createTestClient({
    DecisionPreview: ({ input }) => {
      previewed.push(input.amount);
      return {
        data: {
          previewDecision: {
            __typename: "DecisionPreview",
            needsSecondPerson: Number(input.amount) > 100_000,
            decisionLimit: "100000.00",
            quote: quoteOf(input.amount),
            problems: [],
          },
        },
      };
    },
    DecideApplication: ({ input }) => {
      decided.push(input);
      return refusal("CONFLICT", "conflict");
    },
  });
  const onReload = vi.fn(() => Promise.resolve());
  const draw = (shown: DecisionPanel_ApplicationFragment) => (
    <TestTexts own={{ "zh-CN": zhCN }}>
      <ClientProvider client={client}>
        <DecisionPanel
          application={shown}
          mode={mode}
          onMode={() => {}}
          onRequest={() => {}}
          onDecided={() => {}}
          onReload={onReload}
        />
      </ClientProvider>
    </TestTexts>
  );
  const view = render(draw({ ...application, ...more }));
  return {
    decided,
    previewed,
    onReload,
    become: (next: object) => view.rerender(draw({ ...application, ...more, ...next })),
  };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

it("a counter-offer above the own limit is sent with the figures that were confirmed, on the version that was read", async () => {
  const { decided, onReload } = open("counter");
  fireEvent.change(screen.getByLabelText("批准金额（元）"), { target: { value: "120000" } });
  await screen.findByText(/超出您的单人限额 ¥100,000.00/, undefined, { timeout: 3_000 });
  await vi.waitFor(() => expect(screen.getByText("¥120,000.00")).toBeTruthy());
  press(/确认调整方案/);
  press("提交复核");
  await vi.waitFor(() => expect(onReload).toHaveBeenCalled());
  expect(decided).toMatchObject([
    { verdict: "COUNTER_OFFER", amount: "120000.00", annualRate: "0.108000", termCount: 24, version: 3, reasons: [] },
  ]);
});

it("an amount the product does not offer is told with its range, priced by nobody and sent by nobody", async () => {
  const { decided, previewed } = open("counter");
  const amount = screen.getByLabelText("批准金额（元）");
  await vi.waitFor(() => expect(previewed).toHaveLength(1));
  fireEvent.change(amount, { target: { value: "900000" } });
  expect(screen.getByText("超出产品额度，请填写 1–24 万元")).toBeTruthy();
  expect(screen.getByRole("button", { name: /确认调整方案/ }).hasAttribute("disabled")).toBe(true);
  fireEvent.change(amount, { target: { value: "240000" } });
  expect(screen.queryByText(/超出产品额度/)).toBeNull();
  await vi.waitFor(() => expect(previewed).toEqual(["150000.00", "240000.00"]));
  expect(decided).toEqual([]);
});

it("a rate above the one the borrower was shown is told before it is sent", () => {
  open("approve");
  fireEvent.change(screen.getByLabelText("合同年利率（%）"), { target: { value: "10.81" } });
  expect(screen.getByText("不能高于 10.80%")).toBeTruthy();
  expect(screen.getByRole("button", { name: /确认通过/ }).hasAttribute("disabled")).toBe(true);
});

it("a refusal without a reason goes nowhere", () => {
  const { decided } = open("reject");
  press(/确认拒绝/);
  expect(screen.getByText("请至少选择一项原因")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(decided).toEqual([]);
});

it("a case that changed while the verdict was written has to be looked at again", () => {
  const { become } = open("reject");
  fireEvent.click(screen.getByLabelText("收入不足"));
  become({ version: 4 });
  expect(screen.getByRole("alert").textContent).toContain("这件进件已更新");
  expect(screen.getByRole("button", { name: /确认拒绝/ }).hasAttribute("disabled")).toBe(true);
});

it("nothing can be decided while a second person is asked, and the maker is told why", () => {
  open(null, {
    pendingApproval: {
      __typename: "Approval",
      id: "p1",
      state: "PENDING",
      makerName: "沈知秋",
      createdAt: "2026-11-22T06:00:00Z",
      isMine: true,
      canDecide: false,
    },
  });
  expect(screen.getByText(/您自己不能复核/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "打开复核" }).getAttribute("href")).toBe("/approvals/p1");
  expect(screen.queryByRole("radio")).toBeNull();
});

import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { PayLoanProps } from "./PayLoan.tsx";
import { PayDialog } from "./PayLoan.tsx";

afterEach(cleanup);

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
const loan: PayLoanProps["loan"] = {
  __typename: "Loan",
  id: "l1",
  payments: [],
  instalments: [
    { __typename: "Instalment", id: "n1", number: 1, remaining: "0.00", state: "PAID" },
    { __typename: "Instalment", id: "n2", number: 2, remaining: "812.35", state: "UPCOMING" },
    { __typename: "Instalment", id: "n3", number: 3, remaining: "812.31", state: "UPCOMING" },
  ],
};
const borrower: PayLoanProps["borrower"] = {
  __typename: "Borrower",
  id: "b1",
  bankCards: [{ __typename: "BankCard", id: "c1", bankName: "Bank", numberMasked: "**** 5601" }],
};

const preview = (amount: string, unallocated: string) => ({
  data: {
    previewPayment: {
      __typename: "PaymentPreview",
      amount,
      unallocated,
      outstandingPrincipalAfter: "700.00",
      lines: [
        { __typename: "AllocationLine", instalmentNumber: 2, component: "INTEREST", amount: "12.35" },
        { __typename: "AllocationLine", instalmentNumber: 2, component: "PRINCIPAL", amount: "800.00" },
        ...(amount === "812.35"
          ? []
          : [{ __typename: "AllocationLine", instalmentNumber: 3, component: "INTEREST", amount: "9.31" }]),
      ],
    },
  },
});

const payment = {
  __typename: "Payment",
  id: "pay1",
  amount: "812.35",
  state: "SENT",
  failure: null,
  receiptNumber: null,
  bankReference: null,
  createdAt: "2026-11-22T06:00:00Z",
  settledAt: null,
};

function open(payLoan: (input: Record<string, unknown>) => object) {
  const paid = vi.fn();
  const inputs: Record<string, unknown>[] = [];
  const client = createTestClient({
    PaymentPreview: ({ amount }) => preview(String(amount), amount === "1600.00" ? "100.00" : "0.00"),
    PayLoan: ({ input }) => {
      inputs.push(input as Record<string, unknown>);
      return payLoan(input as Record<string, unknown>) as ReturnType<typeof refusal>;
    },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <PayDialog loan={loan} borrower={borrower} onClose={() => {}} onPaid={paid} />
      </ClientProvider>
    </TestTexts>,
  );
  return { paid, inputs };
}

const payButton = () => screen.getByText(/^(支付|确认还款)/).closest("button") as HTMLButtonElement;

test("B-22 before paying, every line that the amount clears is shown", async () => {
  open(() => ({ data: { payLoan: payment } }));
  expect(await screen.findByText("第 2 期")).toBeTruthy();
  const text = document.body.textContent ?? "";
  for (const part of ["利息", "¥12.35", "本金", "¥800.00", "¥700.00"]) expect(text).toContain(part);
});

test("B-22 pressing twice pays once, with one key, from the chosen card", async () => {
  const { paid, inputs } = open(() => ({ data: { payLoan: payment } }));
  fireEvent.click(payButton());
  fireEvent.click(payButton());
  await waitFor(() => expect(paid).toHaveBeenCalledWith("pay1"));
  expect(inputs.length).toBe(1);
  expect(inputs[0]).toMatchObject({ loanId: "l1", amount: "812.35", bankCardId: "c1" });
});

test("an amount that a payment under way leaves no room for says what would be left over, at the amount", async () => {
  const message = "还款金额超过可还金额";
  const { paid } = open(() => refusal("REPAYMENT_ABOVE_OUTSTANDING", "invalid", { message, field: "amount" }));
  fireEvent.click(screen.getByRole("radio", { name: "其他金额", hidden: true }));
  const box = screen.getByLabelText("还款金额");
  fireEvent.change(box, { target: { value: "1600" } });
  expect(await screen.findByText(/超出应还金额/)).toBeTruthy();
  fireEvent.click(payButton());
  await screen.findByText(message);
  expect(box.getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(paid).not.toHaveBeenCalled();
});

test("B-22 an amount above all that is owed is refused at the field, which has the focus; nothing is sent", () => {
  const { inputs } = open(() => ({ data: { payLoan: payment } }));
  fireEvent.click(screen.getByRole("radio", { name: "其他金额", hidden: true }));
  const box = screen.getByLabelText("还款金额");
  fireEvent.change(box, { target: { value: "99999999" } });
  const reason = screen.getByText("最多可还 ¥1,624.66，请填写不超过它的金额");
  expect(box.getAttribute("aria-describedby")).toContain(reason.closest("[aria-live]")?.id);
  expect(payButton().textContent).toBe("确认还款");
  fireEvent.click(payButton());
  expect(document.activeElement).toBe(box);
  expect(inputs).toEqual([]);
  box.blur();
  fireEvent.click(payButton());
  expect(document.activeElement).toBe(box);
});

test("what is no amount is not sent", () => {
  const { inputs } = open(() => ({ data: { payLoan: payment } }));
  fireEvent.click(screen.getByRole("radio", { name: "其他金额", hidden: true }));
  fireEvent.change(screen.getByLabelText("还款金额"), { target: { value: "1e3" } });
  fireEvent.click(payButton());
  expect(inputs).toEqual([]);
  expect(screen.getByLabelText("还款金额").getAttribute("aria-invalid")).toBe("true");
});

test("interest paid before its time is named, and how to end the loan without it", async () => {
  open(() => ({ data: { payLoan: payment } }));
  await screen.findByText("第 2 期");
  expect(screen.queryByText(/提前结清/)).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "其他金额", hidden: true }));
  fireEvent.change(screen.getByLabelText("还款金额"), { target: { value: "1500" } });
  expect((await screen.findByText(/提前结清/)).textContent).toContain("¥9.31");
});

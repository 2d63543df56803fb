import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserNow } from "../../lib/lending/clock.ts";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { DisclosureDialogProps } from "./DisclosureDialog.tsx";
import { DisclosureDialog } from "./DisclosureDialog.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };

const sheet = (confirmableAt: string): DisclosureDialogProps["disclosure"] => ({
  __typename: "CostDisclosure",
  id: "s1",
  readingSeconds: 10,
  confirmableAt,
  confirmedAt: null,
  principal: "50000.00",
  sheetHash: "ab",
  startNote: "",
  statement: "",
  coolingOffNote: "本借款没有约定冷静期。",
  institution: { __typename: "Institution", id: "i1", name: "A" },
  annualCost: {
    __typename: "AnnualisedCost",
    primary: "0.118300",
    primaryMethod: "IRR_NOMINAL_SIMPLE",
    nominal: "0.118300",
    effective: "0.124900",
    dated: "0.125100",
  },
  fees: [
    {
      __typename: "QuoteFee",
      code: "GUARANTEE",
      name: "Guarantee",
      payee: "GUARANTOR",
      payeeName: "Hengxin",
      payment: "PAID",
      standard: "0.1% a month",
      timing: "PER_PERIOD",
      total: "600.00",
    },
  ],
  contingentCosts: [],
  quote: {
    __typename: "Quote",
    termCount: 12,
    method: "EQUAL_INSTALMENT",
    annualRate: "0.096000",
    startOn: "2026-11-22",
    netDisbursed: "50000.00",
    firstPayment: "4436.00",
    totalInterest: "2632.00",
    totalFees: "600.00",
    totalCost: "3232.00",
    totalPayment: "53232.00",
    rows: [],
  },
});

const inSeconds = (seconds: number) => new Date(browserNow() + seconds * 1_000).toISOString();

function open(disclosure: DisclosureDialogProps["disclosure"], more: { offset?: number; answer?: object } = {}) {
  const onConfirmed = vi.fn();
  const data = { confirmDisclosure: { __typename: "CostDisclosure", id: "s1", confirmedAt: "2026-11-22T06:00:00Z" } };
  const client = createTestClient({ ConfirmDisclosure: more.answer ?? { data } });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <DisclosureDialog
          disclosure={disclosure}
          offset={more.offset ?? 0}
          onClose={() => {}}
          onConfirmed={onConfirmed}
        />
      </ClientProvider>
    </TestTexts>,
  );
  return onConfirmed;
}

const button = () => screen.getByText("我已阅读并确认").closest("button") as HTMLButtonElement;
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test("R-03 the sheet cannot be confirmed before its reading time is over", async () => {
  const confirmed = open(sheet(inSeconds(10)));
  expect(button().disabled).toBe(true);
  expect(screen.getByRole("timer", { hidden: true }).textContent).toContain("10 秒");
  await pass(5_000);
  expect(button().disabled).toBe(true);
  expect(screen.getByRole("timer", { hidden: true }).textContent).toContain("5 秒");
  await pass(5_250);
  expect(button().disabled).toBe(false);
  fireEvent.click(button());
  await pass(50);
  expect(confirmed).toHaveBeenCalledTimes(1);
});

test("a browser whose clock runs an hour ahead waits as long as any other", async () => {
  open(sheet(inSeconds(10 - 3_600)), { offset: -3_600_000 });
  expect(button().disabled).toBe(true);
  await pass(10_250);
  expect(button().disabled).toBe(false);
});

test("R-03 when the server says it is too early, its own sentence is shown and nothing goes on", async () => {
  const message = "请仔细阅读费用明示表，还需 3 秒";
  const confirmed = open(sheet(inSeconds(-1)), { answer: refusal("LENDING_READING_TIME", "conflict", { message }) });
  fireEvent.click(button());
  await pass(50);
  expect(screen.getByRole("alert", { hidden: true }).textContent).toBe(message);
  expect(confirmed).not.toHaveBeenCalled();
});

test("R-03 every fee stands on the sheet with its standard and who receives it", () => {
  open(sheet(inSeconds(10)));
  const text = document.body.textContent ?? "";
  for (const part of ["11.83%", "12.49%", "12.51%", "Guarantee", "¥600.00", "0.1% a month", "Hengxin", "¥3,232.00"]) {
    expect(text).toContain(part);
  }
});

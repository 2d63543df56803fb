import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { DebtServiceNote } from "./DebtServiceNote.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...zhCN, ...lendingZh }, "en-US": { ...enUS, ...lendingEn } };
const debt = {
  __typename: "DebtService" as const,
  presentMonthly: "1200.00",
  newMonthly: "5300.00",
  share: "0.650000",
  limit: "0.500000",
  isAboveLimit: true,
  largestAmount: "30000.00",
  fittingTerm: 24,
};
const note = (changed: Partial<typeof debt> | { largestAmount: null; fittingTerm: null } = {}) => {
  const { container } = render(
    <TestTexts own={own}>
      <DebtServiceNote debt={{ ...debt, ...changed }} amount="60000.00" termCount={12} />
    </TestTexts>,
  );
  return container.textContent ?? "";
};

test("idea 5: above the limit it warns with the share, and says a smaller amount and a longer term that fit", () => {
  const words = note();
  expect(screen.getByRole("note")).toBeDefined();
  expect(words).toContain("65.00%");
  expect(words).toContain("30,000.00");
  expect(words).toContain("24");
});

test("idea 5: where nothing fits it says so and suggests nothing; within the limit it does not warn", () => {
  expect(note({ largestAmount: null, fittingTerm: null })).toContain(lendingZh["debt.nothingFits"]);
  cleanup();
  expect(note({ isAboveLimit: false, share: "0.300000" })).toContain("30.00%");
  expect(screen.queryByRole("note")).toBeNull();
});

import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import matchingEn from "../../lib/matching/messages/en-US.json";
import matchingZh from "../../lib/matching/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { PrecheckPanel } from "./PrecheckPanel.tsx";
import { PrecheckResult } from "./PrecheckResult.tsx";

const own = { "zh-CN": { ...zhCN, ...matchingZh }, "en-US": { ...enUS, ...matchingEn } };
beforeEach(() => localStorage.clear());
beforeAll(() => {});
afterEach(cleanup);

const result = (amount: string, termCount: number, matchCount: number) => ({
  __typename: "Precheck",
  token: "t".repeat(43),
  amount,
  termCount,
  expiresOn: "2027-01-01",
  isClaimed: false,
  band: "MEDIUM",
  matchCount,
  productCount: 9,
  employment: "EMPLOYED",
  monthlyIncome: "8000.00",
  monthlyDebtPayment: "0.00",
  ageBand: "FROM_31",
  provinceCode: "37",
  advice: matchCount > 1 ? [] : [{ __typename: "PrecheckAdvice", amount: "30000.00", termCount: 24, matchCount: 5 }],
  items: [],
});

const sent: Record<string, unknown>[] = [];
function open(run: Parameters<typeof createTestClient>[0][string]) {
  sent.length = 0;
  const answer = (variables: Record<string, unknown>) => {
    sent.push(variables.input as Record<string, unknown>);
    return typeof run === "function" ? run(variables) : run;
  };
  const client = createTestClient({
    RunPrecheck: answer as never,
    Precheck: () => ({ data: { precheck: last() } }),
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter>
          <PrecheckPanel need={{ amount: 80_000, term: 12 }} onClose={() => {}} />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}
const last = () => {
  const wish = sent.at(-1) as { amount: string; termCount: number } | undefined;
  return wish ? result(wish.amount, wish.termCount, wish.amount === "80000.00" ? 1 : 5) : null;
};
const answered = () => ({ data: { runPrecheck: last() } });
const goOn = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

function answers() {
  const next = said("precheck.next");
  fireEvent.click(screen.getAllByRole("radio")[0] as HTMLElement);
  goOn(next);
  goOn(next);
  goOn(next);
  fireEvent.click(screen.getAllByRole("radio")[2] as HTMLElement);
  goOn(next);
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "37" } });
  goOn(said("precheck.finish"));
}
const said = (key: keyof typeof matchingZh): string => matchingZh[key];

test("2-01: one question at a time; what is not answered cannot be left, and the way back keeps the answers", () => {
  open(answered);
  const next = screen.getByRole("button", { name: said("precheck.next") });
  expect((next as HTMLButtonElement).disabled).toBe(true);
  fireEvent.click(screen.getAllByRole("radio")[1] as HTMLElement);
  fireEvent.click(next);
  expect(screen.queryAllByRole("radio")).toHaveLength(0);
  goOn(said("precheck.back"));
  expect((screen.getAllByRole("radio")[1] as HTMLInputElement).checked).toBe(true);
  expect(sent).toEqual([]);
});

test("2-01: five answers are sent with the wish, and a piece of advice asks again with the changed one", async () => {
  open(answered);
  answers();
  await screen.findByText(/没有查询征信/);
  expect(sent).toEqual([
    {
      amount: "80000.00",
      termCount: 12,
      employment: "EMPLOYED",
      monthlyIncome: "8000.00",
      monthlyDebtPayment: "0.00",
      ageBand: "FROM_31",
      provinceCode: "37",
    },
  ]);
  fireEvent.click(await screen.findByRole("button", { name: /30,000/ }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ amount: "30000.00", termCount: 24, provinceCode: "37" });
});

test("2-01: a refusal stands at the question, the answers stay, and another try is possible", async () => {
  open(refusal("PRECHECK_TOO_MANY", "unavailable", { message: "预审次数过多，请稍后再试" }));
  answers();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("预审次数过多");
  expect((screen.getByRole("combobox") as HTMLSelectElement).value).toBe("37");
  goOn(said("precheck.finish"));
  await waitFor(() => expect(sent).toHaveLength(2));
});

test("2-01: a product that cannot lend the wish says for which loan its figures are", () => {
  const item = (id: string, amount: string) => ({
    __typename: "ProductMatch",
    product: { id, slug: id, name: id, institution: { id: "i", shortName: "机构" } },
    quote: { amount, termCount: 12, firstPayment: "1806.11", totalCost: "1673.33" },
    match: { isMatch: true, odds: null, lines: [] },
  });
  const precheck = { ...result("50000.00", 12, 2), items: [item("够额", "50000.00"), item("额小", "20000.00")] };
  render(
    <TestTexts own={own}>
      <MemoryRouter>
        <PrecheckResult precheck={precheck as never} onNeed={() => {}} onAgain={() => {}} isBusy={false} />
      </MemoryRouter>
    </TestTexts>,
  );
  const rows = screen.getAllByRole("listitem").filter((row) => /够额|额小/.test(row.textContent ?? ""));
  expect(rows.map((row) => row.textContent?.includes("20,000"))).toEqual([false, true]);
});

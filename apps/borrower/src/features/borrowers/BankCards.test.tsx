import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { ToastRegion } from "@daichao/ui/light";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { BankCards } from "./BankCards.tsx";

const own = { "zh-CN": { ...publicZh, ...accountZh }, "en-US": { ...publicEn, ...accountEn } };
afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute("data-sandbox");
});

const borrower = {
  __typename: "Borrower" as const,
  id: "b1",
  isIdentityVerified: true,
  bankCards: [
    {
      __typename: "BankCard" as const,
      id: "c1",
      bankName: "中国工商银行",
      numberMasked: "**** 0001",
      boundAt: "2026-11-01T02:00:00.000Z",
    },
  ],
};

function cards(answer: Parameters<typeof createTestClient>[0][string]) {
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient({ UnbindBankCard: answer, BindBankCard: answer })}>
        <ToastRegion>
          <BankCards borrower={borrower} />
        </ToastRegion>
      </ClientProvider>
    </TestTexts>,
  );
}
const unbinds = () => {
  fireEvent.click(screen.getByRole("button", { name: /解绑.*0001/ }));
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: accountZh["cards.unbind"] }));
};

test("B-22: a card is unbound after it is named once more, and that is said", async () => {
  const asked: unknown[] = [];
  cards((variables) => {
    asked.push(variables.input);
    return { data: { unbindBankCard: { ...borrower, bankCards: [] } } };
  });
  unbinds();
  expect(screen.getByRole("dialog").textContent).toContain("中国工商银行 **** 0001");
  expect(await screen.findByText(accountZh["cards.unbound"])).toBeDefined();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(asked).toEqual([{ bankCardId: "c1" }]);
});

test("B-22: a card in use stays, and the dialog says why", async () => {
  const message = "这张卡正用于已签署的合同或还款中的贷款，结清后才能解绑";
  cards(refusal("LENDING_CARD_IN_USE", "conflict", { message }));
  unbinds();
  expect((await within(screen.getByRole("dialog")).findByRole("alert")).textContent).toContain(message);
  expect(screen.queryByText(accountZh["cards.unbound"])).toBeNull();
});

test("a card that is bound is said to be bound once", async () => {
  cards({ data: { bindBankCard: borrower } });
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "6222021000000080001" } });
  fireEvent.click(screen.getByRole("button", { name: accountZh["cards.bind"] }));
  await waitFor(() => expect(screen.getAllByText(accountZh["cards.bound"])).toHaveLength(1));
});

test("which numbers pass is told on a page of the sandbox only", () => {
  cards(new Error());
  expect(screen.queryByText(accountZh["cards.sandbox"])).toBeNull();
  cleanup();
  document.documentElement.setAttribute("data-sandbox", "");
  cards(new Error());
  expect(screen.getByText(accountZh["cards.sandbox"])).toBeDefined();
});

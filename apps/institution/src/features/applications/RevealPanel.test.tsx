import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import zhCN from "../../messages/zh-CN.json";
import { RevealPanel } from "./RevealPanel.tsx";

afterEach(cleanup);

const nothing = {
  name: null,
  phone: null,
  identityNumber: null,
  address: null,
  bankCard: null,
  emergencyContact: null,
};

async function reveals(fields: readonly string[], values: object) {
  const client = createTestClient({
    RevealPersonalData: {
      data: {
        revealPersonalData: {
          __typename: "RevealedPersonalData",
          ...nothing,
          ...values,
          expiresAt: "2026-11-22T06:01:00Z",
        },
      },
    },
  });
  render(
    <TestTexts own={{ "zh-CN": zhCN }}>
      <ClientProvider client={client}>
        <RevealPanel applicationId="a1" />
      </ClientProvider>
    </TestTexts>,
  );
  fireEvent.change(screen.getByLabelText(/查看目的/), { target: { value: "FRAUD_CHECK" } });
  for (const field of fields) fireEvent.click(screen.getByLabelText(field));
  fireEvent.click(screen.getByRole("button", { name: zhCN["reveal.show"], hidden: true }));
  await screen.findByText(zhCN["reveal.hide"]);
  return screen.getAllByRole("definition", { hidden: true }).map(({ textContent }) => textContent);
}

it("a bank card that was asked for and is bound by nobody is said to be none", async () => {
  expect(await reveals(["手机号", "银行卡"], { phone: "13800000008" })).toEqual(["13800000008", "没有绑定银行卡"]);
});

it("what was not asked for is not shown, not even as none", async () => {
  expect(await reveals(["紧急联系人"], {})).toEqual(["没有登记"]);
});

import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { VerifyPage } from "./VerifyPage.tsx";

afterEach(cleanup);
const own = { "zh-CN": zhCN, "en-US": enUS };
const known = "0123456789abcdef".repeat(4);

function page() {
  const asked: unknown[] = [];
  const client = createTestClient({
    VerifyContract: ({ sha256 }) => {
      asked.push(sha256);
      const isGenuine = sha256 === known;
      return {
        data: {
          verifyContract: {
            __typename: "ContractVerification",
            isGenuine,
            contractNumber: isGenuine ? "HT20261101-000001" : null,
            signedAt: null,
          },
        },
      };
    },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <VerifyPage />
      </ClientProvider>
    </TestTexts>,
  );
  return asked;
}
const paste = (text: string) => {
  fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
  fireEvent.click(screen.getByRole("button", { name: zhCN["verify.check"] }));
};

test("2-08: a fingerprint is taken as people paste it: in capitals, in groups, on two lines", async () => {
  const asked = page();
  const grouped = known.toUpperCase().replace(/(.{8})/g, "$1 ");
  paste(`  ${grouped}\n`);
  expect(await screen.findByText(zhCN["verify.genuine"])).toBeDefined();
  expect(screen.getByText("HT20261101-000001")).toBeDefined();
  expect(screen.queryByText(zhCN["verify.file"])).toBeNull();
  expect(asked).toEqual([known]);
});

test("2-08: a fingerprint nobody signed is said to be unknown", async () => {
  page();
  paste("f".repeat(64));
  expect(await screen.findByText(zhCN["verify.unknown"])).toBeDefined();
});

test("2-08: what is no fingerprint is refused at its field without a question, and a right one clears that", async () => {
  const asked = page();
  for (const wrong of ["", known.slice(1), `${known}0`, known.replace("a", "g")]) {
    paste(wrong);
    expect(screen.getByText(zhCN["verify.notHash"])).toBeDefined();
    expect(screen.getByRole("textbox").getAttribute("aria-invalid")).toBe("true");
  }
  expect(asked).toEqual([]);
  paste(known);
  expect(await screen.findByText(zhCN["verify.genuine"])).toBeDefined();
  expect(screen.queryByText(zhCN["verify.notHash"])).toBeNull();
});

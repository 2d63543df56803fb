import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import { SandboxClock } from "./SandboxClock.tsx";

afterEach(cleanup);

async function drawn(realNow: string): Promise<string> {
  let isAsked = false;
  const client = createTestClient({
    SandboxClock: () => {
      isAsked = true;
      return { data: { businessClock: { __typename: "BusinessClock", realNow, today: "2026-09-23" } } };
    },
  });
  const { container } = render(
    <TestTexts own={{ "zh-CN": accountZh, "en-US": accountEn }}>
      <ClientProvider client={client}>
        <SandboxClock />
      </ClientProvider>
    </TestTexts>,
  );
  await waitFor(() => expect(isAsked).toBe(true));
  await new Promise((resolve) => setTimeout(resolve));
  return container.textContent ?? "";
}

test("a business day that is not today's is named with what goes by it; on the same day nothing is said", async () => {
  expect(await drawn("2026-12-01T02:00:00.000Z")).toContain("2026-09-23");
  expect(screen.getByText(/真实时间/)).toBeDefined();
  cleanup();
  // Ten at night in London is the next morning in Shanghai.
  expect(await drawn("2026-09-22T22:00:00.000Z")).toBe("");
});

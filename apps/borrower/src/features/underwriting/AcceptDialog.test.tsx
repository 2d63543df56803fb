import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { AcceptDialog, type AcceptDialogProps } from "./AcceptDialog.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...zhCN, ...lendingZh }, "en-US": { ...enUS, ...lendingEn } };

const institution = (name: string) => ({ __typename: "Institution", id: `i-${name}`, shortName: name });
const underWay = (id: string, permittedActions: readonly string[]) => ({
  __typename: "ApplicationEdge",
  node: {
    __typename: "Application",
    id,
    state: permittedActions.includes("WITHDRAW") ? "UNDER_REVIEW" : "CONTRACTED",
    permittedActions,
    institution: institution(`Lender ${id}`),
    product: { __typename: "Product", versionId: `v-${id}`, name: `Product ${id}` },
  },
});
const listed = (...nodes: ReturnType<typeof underWay>[]) => ({
  data: { applications: { __typename: "ApplicationConnection", edges: nodes } },
});
const accepted = {
  application: { id: "own", permittedActions: ["ACCEPT_OFFER", "WITHDRAW"], institution: institution("Mine") },
  offer: {
    id: "offer",
    amount: "50000.00",
    termCount: 12,
    expiresAt: "2026-11-25T06:00:00Z",
    quote: { annualCost: { primary: "0.108000" } },
  },
} as unknown as Pick<AcceptDialogProps, "application" | "offer">;

function open(answer: Parameters<typeof createTestClient>[0][string]) {
  const onAccept = vi.fn();
  render(
    <TestTexts own={own} locale="en-US">
      <ClientProvider client={createTestClient({ OthersUnderWay: answer })}>
        <AcceptDialog {...accepted} isOpen isSending={false} onClose={() => {}} onAccept={onAccept} />
      </ClientProvider>
    </TestTexts>,
  );
  return onAccept;
}
const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });

test("2-09: an acceptance withdraws of the other applications just those that were ticked", async () => {
  const onAccept = open(() =>
    listed(underWay("own", ["WITHDRAW"]), underWay("b", ["WITHDRAW"]), underWay("c", ["WITHDRAW"]), underWay("d", [])),
  );
  expect(button(/accept/i).disabled).toBe(true);
  const boxes = await screen.findAllByRole("checkbox");
  expect(boxes).toHaveLength(2);
  expect(screen.getByText(/2 other applications/)).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: /Product c at Lender c/ }));
  fireEvent.click(button(/withdraw 1 other/));
  expect(onAccept).toHaveBeenCalledExactlyOnceWith(["c"]);
  fireEvent.click(screen.getByRole("checkbox", { name: /Product c/ }));
  fireEvent.click(button(/^Accept offer/));
  expect(onAccept).toHaveBeenLastCalledWith([]);
});

test("2-09: where the others cannot be read it says that they go on, and the offer can be accepted", async () => {
  let isDown = true;
  const onAccept = open(() => (isDown ? refusal("UNAVAILABLE", "unavailable") : listed(underWay("b", ["WITHDRAW"]))));
  expect(await screen.findByText(/could not be read/)).toBeTruthy();
  fireEvent.click(button(/^Accept offer/));
  expect(onAccept).toHaveBeenCalledExactlyOnceWith([]);
  isDown = false;
  fireEvent.click(button(/again/i));
  await waitFor(() => expect(screen.getAllByRole("checkbox")).toHaveLength(1));
  expect(screen.queryByText(/could not be read/)).toBeNull();
});

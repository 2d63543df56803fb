import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { ConflictDialog } from "./ConflictDialog.tsx";
import { useDraftAutosave } from "./useDraftAutosave.ts";

beforeEach(() => {
  vi.useFakeTimers();
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close() {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
const draftAt = (version: number, amount: string) => ({
  __typename: "ApplicationDraft" as const,
  id: "d1",
  version,
  amount,
  termCount: 12,
  purpose: "RENOVATION" as const,
  method: null,
  currentStep: "NEED",
  isSubmitted: false,
  updatedAt: "2026-11-22T06:00:00Z",
  expiresAt: "2026-12-22T06:00:00Z",
  missing: [],
  items: [],
});

/** A form for the amount of a draft; `theirs` is what the other device has saved when it is fetched again. */
function Form({ theirs }: { theirs: ReturnType<typeof draftAt> }) {
  const [draft, setDraft] = useState(draftAt(1, "50000.00"));
  const saving = useDraftAutosave(draft, async () => setDraft(theirs));
  return (
    <>
      <output>{saving.state}</output>
      <input
        aria-label="amount"
        value={saving.edits.amount ?? draft.amount}
        onChange={(event) => saving.edit({ amount: event.target.value })}
      />
      {saving.state === "conflict" && (
        <ConflictDialog
          draft={draft}
          edits={saving.edits}
          onTheirs={saving.loadTheirs}
          onMine={() => void saving.keepMine()}
        />
      )}
    </>
  );
}

function open(answer: (input: Record<string, unknown>) => ReturnType<typeof refusal> | { data: unknown }) {
  const sent: Record<string, unknown>[] = [];
  const SaveDraft = ({ input }: { input?: Record<string, unknown> }) => {
    sent.push(input ?? {});
    return answer(input ?? {}) as ReturnType<typeof refusal>;
  };
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient({ SaveDraft })}>
        <Form theirs={draftAt(4, "80000.00")} />
      </ClientProvider>
    </TestTexts>,
  );
  return sent;
}

const type = (amount: string) => fireEvent.change(screen.getByLabelText("amount"), { target: { value: amount } });
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const amountShown = () => (screen.getByLabelText("amount") as HTMLInputElement).value;
const saved = (input: Record<string, unknown>) => ({
  data: { saveDraft: draftAt(Number(input.version) + 1, String(input.amount)) },
});
const conflict = () => refusal("CONFLICT", "conflict");

test("B-08 what is typed is saved once it has stood still for 800 ms, on the version that was read", async () => {
  const sent = open(saved);
  type("51000.00");
  await wait(500);
  type("52000.00");
  await wait(799);
  expect(sent).toEqual([]);
  await wait(1);
  expect(sent).toEqual([{ draftId: "d1", version: 1, amount: "52000.00" }]);
});

test("the next save goes on the version the last one made", async () => {
  const sent = open(saved);
  type("51000.00");
  await wait(900);
  type("52000.00");
  await wait(900);
  expect(sent.map((input) => input.version)).toEqual([1, 2]);
});

test("when another device saved in between nothing is overwritten, and both versions are shown", async () => {
  const sent = open(conflict);
  type("51000.00");
  await wait(900);
  expect(sent.length).toBe(1);
  const dialogue = screen.getByRole("alertdialog", { hidden: true });
  expect(dialogue.textContent).toContain("¥51,000.00");
  expect(dialogue.textContent).toContain("¥80,000.00");
  await wait(5_000);
  expect(sent.length).toBe(1);
});

test("loading theirs drops what was typed here", async () => {
  const sent = open(conflict);
  type("51000.00");
  await wait(900);
  fireEvent.click(screen.getByText("载入另一台设备的"));
  await wait(2_000);
  expect(amountShown()).toBe("80000.00");
  expect(sent.length).toBe(1);
});

test("keeping mine saves it over theirs, on their version", async () => {
  const sent = open((input) => (input.version === 1 ? conflict() : saved(input)));
  type("51000.00");
  await wait(900);
  fireEvent.click(screen.getByText("保留这台设备的"));
  await wait(100);
  expect(sent.at(-1)).toEqual({ draftId: "d1", version: 4, amount: "51000.00" });
  expect(screen.queryByRole("alertdialog", { hidden: true })).toBeNull();
});

test("a save that fails keeps what was typed and goes with the next try", async () => {
  let isDown = true;
  const sent = open((input) => (isDown ? refusal("UNAVAILABLE", "unavailable") : saved(input)));
  type("51000.00");
  await wait(900);
  expect(screen.getByRole("status").textContent).toBe("failed");
  expect(amountShown()).toBe("51000.00");
  isDown = false;
  type("53000.00");
  await wait(900);
  expect(sent.at(-1)).toEqual({ draftId: "d1", version: 1, amount: "53000.00" });
  expect(screen.getByRole("status").textContent).toBe("saved");
});

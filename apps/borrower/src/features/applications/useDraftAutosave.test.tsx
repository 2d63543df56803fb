import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import type { DraftDevice, Unsent } from "../../lib/unsent/unsent-drafts.ts";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { ConflictDialog } from "./ConflictDialog.tsx";
import type { DraftEdits } from "./useDraftAutosave.ts";
import { useDraftAutosave } from "./useDraftAutosave.ts";

beforeEach(() => {
  vi.useFakeTimers();
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
  const [handedIn, setHandedIn] = useState("");
  return (
    <>
      <output>{saving.state}</output>
      <button type="button" onClick={() => void saving.flush().then(() => setHandedIn(`version ${saving.version()}`))}>
        hand in
      </button>
      {handedIn !== "" && <p>{handedIn}</p>}
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

test("B-10: who hands in before the last change was saved hands in the version that save made", async () => {
  const sent = open(saved);
  type("51000.00");
  fireEvent.click(screen.getByText("hand in"));
  await wait(100);
  expect(sent.map((input) => input.version)).toEqual([1]);
  expect(screen.getByText("version 2")).toBeTruthy();
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

/** Keeps unsent changes as the browser's store would. */
function memoryDevice(first: Unsent<DraftEdits> | null = null) {
  const kept = { unsent: first };
  const device: DraftDevice<DraftEdits> = {
    find: async () => kept.unsent,
    async keep(unsent) {
      kept.unsent = unsent;
      return true;
    },
    async drop() {
      kept.unsent = null;
    },
  };
  return { kept, device };
}

function KeptForm({ device }: { device: DraftDevice<DraftEdits> }) {
  const [draft] = useState(draftAt(4, "50000.00"));
  const saving = useDraftAutosave(draft, async () => {}, 800, device);
  return (
    <>
      <output>{saving.state}</output>
      <input
        aria-label="amount"
        value={saving.edits.amount ?? draft.amount}
        onChange={(event) => saving.edit({ amount: event.target.value })}
      />
    </>
  );
}

function openKept(device: DraftDevice<DraftEdits>, answer: (input: Record<string, unknown>) => unknown) {
  const SaveDraft = ({ input }: { input?: Record<string, unknown> }) =>
    answer(input ?? {}) as ReturnType<typeof refusal>;
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient({ SaveDraft })}>
        <KeptForm device={device} />
      </ClientProvider>
    </TestTexts>,
  );
}
const amount = () => screen.getByLabelText("amount") as HTMLInputElement;

test("B-08: without network what was typed stays on the device, and goes out once the network is back", async () => {
  const { kept, device } = memoryDevice();
  const world = { isOffline: true };
  const sent: unknown[] = [];
  openKept(device, (input) => {
    if (world.isOffline) throw new TypeError("Failed to fetch");
    sent.push(input.amount);
    return { data: { saveDraft: draftAt(5, String(input.amount)) } };
  });
  fireEvent.change(amount(), { target: { value: "43210.00" } });
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.getByRole("status").textContent).toBe("offline");
  expect(kept.unsent).toMatchObject({ edits: { amount: "43210.00" }, version: 4 });
  world.isOffline = false;
  await act(async () => {
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(3_000);
  });
  expect(sent).toEqual(["43210.00"]);
  expect(screen.getByRole("status").textContent).toBe("saved");
  expect(kept.unsent).toBeNull();
});

test("B-08: what was kept before is sent on the version it was made on, so that a newer save is a conflict", async () => {
  const { device } = memoryDevice({ edits: { amount: "43210.00" }, version: 2, keptAt: 1 });
  const sent: unknown[] = [];
  openKept(device, (input) => {
    sent.push(input.version);
    return refusal("CONFLICT", "conflict");
  });
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(sent).toEqual([2]);
  expect(screen.getByRole("status").textContent).toBe("conflict");
  expect(amount().value).toBe("43210.00");
});

import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FactEdits } from "../../features/borrowers/useFactsAutosave.ts";
import { useFactsAutosave } from "../../features/borrowers/useFactsAutosave.ts";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import { memoryShelf } from "../../lib/unsent/sealed-store.ts";
import { type DraftDevice, draftDevice } from "../../lib/unsent/unsent-drafts.ts";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { Borrower } from "./ApplyWizard.tsx";
import { WorkStep } from "./WorkStep.tsx";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Profile = NonNullable<Borrower["profile"]>;
const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
const nothing = {
  employment: null,
  employer: null,
  employedSince: null,
  education: null,
  housing: null,
  province: null,
  city: null,
  address: null,
  monthlyIncome: null,
  monthlyDebtPayment: null,
  emergencyContactName: null,
  emergencyContactPhoneMasked: null,
};

/** A profile of that version in which each of these facts was said with it. */
const profileAt = (version: number, said: Partial<Profile>): Profile => ({
  __typename: "Profile",
  ...nothing,
  updatedAt: "2026-11-22T06:00:00Z",
  ...said,
  version,
  facts: Object.keys(said).map((field) => ({
    __typename: "ProfileFact" as const,
    field: field as Profile["facts"][number]["field"],
    source: "BORROWER" as const,
    recordedAt: `2026-11-22T06:00:0${version}Z`,
    isStale: false,
  })),
});

interface WorldOptions {
  theirs?: Profile;
  device?: DraftDevice<FactEdits>;
  answer?: (input: Record<string, unknown>) => unknown;
}

const accepted = (input: Record<string, unknown>) => {
  const { version, ...said } = input;
  const profile = profileAt(Number(version) + 1, said);
  return { data: { saveProfile: { __typename: "Borrower", id: "b1", profile } } };
};

/** The step for three missing facts; `theirs` is what another device has saved when the profile is fetched again. */
function open({ theirs, device, answer = accepted }: WorldOptions = {}) {
  const sent: Record<string, unknown>[] = [];
  const onNext = vi.fn();
  const missing = ["monthlyIncome", "employer", "emergencyContactPhone"].map((field) => ({
    kind: "PROFILE_FIELD" as const,
    field,
    institutionNames: [],
  }));
  function Step() {
    const [profile, setProfile] = useState<Profile>(profileAt(1, {}));
    const reload = async () => theirs && setProfile(theirs);
    const facts = useFactsAutosave(profile, reload, device ?? null);
    return (
      <>
        <output>{facts.state}</output>
        <WorkStep
          borrower={{ id: "b1", profile } as Borrower}
          missing={missing as unknown as Parameters<typeof WorkStep>[0]["missing"]}
          facts={facts}
          onNext={onNext}
        />
        <button type="submit" form="wizard-step">
          next
        </button>
      </>
    );
  }
  const SaveProfile = ({ input }: { input?: Record<string, unknown> }) => {
    sent.push(input ?? {});
    return answer(input ?? {}) as ReturnType<typeof refusal>;
  };
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient({ SaveProfile })}>
        <Step />
      </ClientProvider>
    </TestTexts>,
  );
  return { sent, onNext };
}

const box = (label: string) => screen.getByLabelText(new RegExp(`^${label}`)) as HTMLInputElement;
const write = (label: string, value: string) => fireEvent.change(box(label), { target: { value } });
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const state = () => document.querySelector("output")?.textContent;
const next = async () => {
  fireEvent.click(screen.getByText("next"));
  await wait(100);
};
const income = words("profile.monthlyIncome");
const employer = words("profile.employer");
const phone = words("profile.emergencyContactPhone");

function words(key: string): string {
  return (own["zh-CN"] as Record<string, string>)[key] ?? key;
}

test("B-08: an answer is kept once it has stood still, half an answer is not, and Next says the rest", async () => {
  const { sent, onNext } = open();
  write(income, "1");
  await wait(1_000);
  write(income, "18000");
  await wait(1_499);
  expect(sent).toEqual([]);
  await wait(1);
  expect(sent).toEqual([{ version: 1, monthlyIncome: "18000.00" }]);
  write(phone, "139001");
  await wait(5_000);
  expect(sent).toHaveLength(1);
  await next();
  expect(onNext).not.toHaveBeenCalled();
  expect(screen.getByText(words("work.phoneWrong"))).toBeTruthy();
  write(phone, "13900139000");
  write(employer, "长沙明德");
  await next();
  expect(sent.slice(1)).toEqual([{ version: 2, emergencyContactPhone: "13900139000", employer: "长沙明德" }]);
  expect(onNext).toHaveBeenCalledTimes(1);
});

test("B-32: without network an answer waits sealed on the device, and a later visit sends it", async () => {
  const shelf = memoryShelf();
  const world = { isOffline: true };
  const device = draftDevice<FactEdits>(shelf, "lin", "profile");
  const answer = (input: Record<string, unknown>) => {
    if (world.isOffline) throw new TypeError("Failed to fetch");
    return accepted(input);
  };
  open({ device, answer });
  write(income, "18000");
  await wait(12_000);
  await vi.waitFor(() => expect(state()).toBe("offline"));
  expect(await device.find()).toMatchObject({ edits: { monthlyIncome: "18000" }, version: 1 });
  cleanup();
  world.isOffline = false;
  const { sent } = open({ device, answer });
  await vi.waitFor(() => expect(box(income).value).toBe("18000"));
  await wait(1_500);
  await vi.waitFor(() => expect(state()).toBe("saved"));
  expect(sent).toEqual([{ version: 1, monthlyIncome: "18000.00" }]);
  expect(await device.find()).toBeNull();
});

const changedElsewhere = (input: Record<string, unknown>) =>
  input.version === 1 ? refusal("BORROWER_PROFILE_CHANGED", "conflict") : accepted(input);

test("B-08: another fact said elsewhere meanwhile leaves both", async () => {
  const { sent } = open({ theirs: profileAt(4, { education: "MASTER_OR_ABOVE" }), answer: changedElsewhere });
  write(income, "18000");
  await wait(3_000);
  expect(sent.map(({ version }) => version)).toEqual([1, 4]);
  expect(screen.queryByRole("alertdialog", { hidden: true })).toBeNull();
  expect(state()).toBe("saved");
});

test("B-08: of the same fact said elsewhere both are shown, and the borrower chooses", async () => {
  const { sent } = open({ theirs: profileAt(4, { monthlyIncome: "9000.00" }), answer: changedElsewhere });
  write(income, "18000");
  await wait(3_000);
  expect(sent).toHaveLength(1);
  const dialogue = screen.getByRole("alertdialog", { hidden: true });
  expect(dialogue.textContent).toContain("¥18,000.00");
  expect(dialogue.textContent).toContain("¥9,000.00");
  fireEvent.click(screen.getByText(words("apply.conflict.mine")));
  await wait(100);
  expect(sent.at(-1)).toEqual({ version: 4, monthlyIncome: "18000.00" });
});

test("B-08: theirs takes the place of what was written here", async () => {
  const { sent } = open({ theirs: profileAt(4, { monthlyIncome: "9000.00" }), answer: changedElsewhere });
  write(income, "18000");
  await wait(3_000);
  fireEvent.click(screen.getByText(words("apply.conflict.theirs")));
  await wait(3_000);
  expect(box(income).value).toBe("9000");
  expect(sent).toHaveLength(1);
});

test("what the api refuses stands at the box it speaks of", async () => {
  open({ answer: () => refusal("BORROWER_PROFILE_FIELD_INVALID", "invalid", { field: "input.employer" }) });
  write(employer, "????");
  await wait(2_000);
  expect(box(employer).getAttribute("aria-invalid")).toBe("true");
});

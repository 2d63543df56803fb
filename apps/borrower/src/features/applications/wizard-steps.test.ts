import { expect, test } from "vitest";
import { keepOpenedSteps, openedSteps } from "./opened-steps.ts";
import { savedStep, stepAfter, stepBefore, stepFrom, stepsFor } from "./wizard-steps.ts";

const none: ReadonlySet<never> = new Set();

test("B-12 a verified borrower with nothing missing is asked for need, facts, consents and review only", () => {
  expect(stepsFor({ missing: [], wantsDocuments: false }, none)).toEqual(["need", "work", "consents", "review"]);
});

test("B-12 each missing fact brings its step, in the order of the form", () => {
  const missing = [
    { kind: "BANK_CARD" },
    { kind: "DOCUMENT" },
    { kind: "PROFILE_FIELD" },
    { kind: "IDENTITY" },
  ] as const;
  expect(stepsFor({ missing, wantsDocuments: true }, none)).toEqual([
    "need",
    "identity",
    "work",
    "documents",
    "card",
    "consents",
    "review",
  ]);
});

test("documents that were handed in earlier still show their step, to say that they are used again", () => {
  expect(stepsFor({ missing: [], wantsDocuments: true }, none)).toContain("documents");
});

test("answering a step does not take it away while it is open", () => {
  expect(stepsFor({ missing: [], wantsDocuments: false }, new Set(["identity"] as const))).toContain("identity");
});

/** A tab's storage. */
function tab(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

test("B-08: a reload leaves the steps of a form as many as they were, and another form is not told of them", () => {
  const storage = tab();
  const answered = { missing: [], wantsDocuments: true };
  keepOpenedSteps("d1", new Set(["need", "identity"] as const), storage);
  expect(stepsFor(answered, openedSteps("d1", storage))).toEqual([
    "need",
    "identity",
    "work",
    "documents",
    "consents",
    "review",
  ]);
  expect(stepsFor(answered, openedSteps("d2", storage))).not.toContain("identity");
});

test("another device opens the form where it was left; an address names its own step", () => {
  const steps = stepsFor({ missing: [], wantsDocuments: true }, none);
  expect(stepFrom(steps, undefined, savedStep("documents"))).toBe("documents");
  expect(stepFrom(steps, "work", "documents")).toBe("work");
  expect(stepFrom(steps, "identity", "documents")).toBe("need");
  expect(stepFrom(steps, undefined, "TERMS")).toBe("need");
});

test("the first step has none before it and the last none after it", () => {
  const steps = stepsFor({ missing: [], wantsDocuments: false }, none);
  expect(stepBefore(steps, "need")).toBeUndefined();
  expect(stepAfter(steps, "need")).toBe("work");
  expect(stepAfter(steps, "review")).toBeUndefined();
});

test("B-08: who left the form at its end comes back to the consents, whose ticks stayed on the other page", () => {
  const steps = stepsFor({ missing: [], wantsDocuments: false }, new Set());
  expect(stepFrom(steps, undefined, "REVIEW")).toBe("consents");
  expect(stepFrom(steps, "review", "REVIEW")).toBe("review");
});

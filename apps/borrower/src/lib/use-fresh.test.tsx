import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useFresh } from "./use-fresh.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function looks(): () => number {
  let asked = 0;
  function Page() {
    useFresh(() => {
      asked += 1;
    });
    return null;
  }
  render(<Page />);
  return () => asked;
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const comesBack = () => act(() => window.dispatchEvent(new Event("focus")));

test("what stands on a page is asked for again every half minute and on coming back, not more often", async () => {
  const asked = looks();
  await pass(29_999);
  expect(asked()).toBe(0);
  await pass(1);
  expect(asked()).toBe(1);
  comesBack();
  expect(asked()).toBe(1);
  await pass(5_000);
  comesBack();
  comesBack();
  expect(asked()).toBe(2);
});

test("B-32: without a network nothing is asked for, and what stands there stays", async () => {
  const asked = looks();
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await pass(60_000);
  comesBack();
  expect(asked()).toBe(0);
  online.mockReturnValue(true);
  await pass(30_000);
  expect(asked()).toBe(1);
});

test("nobody who looks at another window asks", async () => {
  const asked = looks();
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  await pass(60_000);
  expect(asked()).toBe(0);
});

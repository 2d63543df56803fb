import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveState } from "./useAutosave.ts";
import { useNewest } from "./useNewest.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A form that shows one version while another is known to be saved; answers how often it was asked for again. */
async function shows(shown: number, saved: number, state: SaveState): Promise<number> {
  const reload = vi.fn(async () => {});
  function Form() {
    useNewest(shown, { state, version: () => saved }, reload);
    return null;
  }
  render(<Form />);
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  return reload.mock.calls.length;
}

test("B-08: a form that shows less than what was saved is asked for again, once", async () => {
  expect(await shows(4, 5, "saved")).toBe(1);
});

test("a form that shows what was saved, or is still being saved, is left alone", async () => {
  expect(await shows(5, 5, "saved")).toBe(0);
  expect(await shows(4, 5, "waiting")).toBe(0);
  expect(await shows(4, 5, "conflict")).toBe(0);
});

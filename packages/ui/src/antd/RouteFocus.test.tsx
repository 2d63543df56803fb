import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RouteFocus } from "./RouteFocus.tsx";

const scrolled = vi.fn();

beforeEach(() => {
  vi.stubGlobal("scrollTo", scrolled);
});

afterEach(() => {
  cleanup();
  scrolled.mockClear();
  vi.unstubAllGlobals();
});

const frame = (pathname: string, isReturn = false) => (
  <>
    <RouteFocus pathname={pathname} isReturn={isReturn} />
    <button type="button">a row</button>
    <main id="main" tabIndex={-1} />
  </>
);

/** Walks through the addresses with the focus on a row, and says whether the last step led to the top. */
function walk(...steps: [pathname: string, isReturn?: boolean][]): boolean {
  const [first = ["/"], ...rest] = steps;
  const { rerender } = render(frame(...first));
  screen.getByRole("button").focus();
  for (const step of rest) rerender(frame(...step));
  const isAtMain = document.activeElement === screen.getByRole("main");
  expect(scrolled.mock.calls.length > 0).toBe(isAtMain);
  return isAtMain;
}

it("another area begins at its top, with eyes and with a screen reader", () => {
  expect(walk(["/cases"], ["/loans"])).toBe(true);
});

it("moving within an area keeps the place", () => {
  expect(walk(["/cases"], ["/cases/a1"])).toBe(false);
});

it("going back keeps the place, and the next step forward begins at the top again", () => {
  expect(walk(["/cases/a1"], ["/loans", true])).toBe(false);
  cleanup();
  expect(walk(["/cases/a1"], ["/loans", true], ["/products"])).toBe(true);
});

it("the first page leaves the focus where it is", () => {
  expect(walk(["/cases"])).toBe(false);
});

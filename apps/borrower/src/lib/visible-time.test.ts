import { expect, test } from "vitest";
import { countVisibleTime } from "./visible-time.ts";

function fakePage() {
  const target = new EventTarget();
  const page = {
    visibilityState: "visible" as DocumentVisibilityState,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    turn(state: DocumentVisibilityState) {
      page.visibilityState = state;
      target.dispatchEvent(new Event("visibilitychange"));
    },
  };
  return page;
}

test("A-31: the time on a page counts while it is seen, not while its tab is hidden", () => {
  const page = fakePage();
  let now = 0;
  const time = countVisibleTime(page, () => now);
  now = 20_000;
  page.turn("hidden");
  now = 3_620_000;
  page.turn("visible");
  now = 3_625_500;
  expect(time.take()).toBe(25);
  now = 3_626_500;
  expect(time.take()).toBe(1);
});

test("A-31: a page opened in the background has been seen for no time", () => {
  const page = fakePage();
  page.turn("hidden");
  let now = 0;
  const time = countVisibleTime(page, () => now);
  now = 60_000;
  expect(time.take()).toBe(0);
  time.stop();
});

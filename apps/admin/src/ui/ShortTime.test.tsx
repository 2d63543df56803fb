import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ShortTime } from "./ShortTime.tsx";

afterEach(cleanup);

const now = new Date("2026-11-22T06:00:00Z").getTime();

const shown = (at: string) => {
  const { container } = render(
    <TestTexts locale="en-US">
      <ShortTime at={at} now={now} />
    </TestTexts>,
  );
  return { words: container.textContent, title: container.querySelector("[title]")?.getAttribute("title") };
};

it("a moment of today is told by how long ago it was", () => {
  expect(shown("2026-11-22T03:00:00Z").words).toBe("3 hours ago");
});

it("an older one by its day in Beijing, with the moment in the title", () => {
  expect(shown("2026-09-22T18:30:00Z")).toEqual({ words: "Sep 23, 2026", title: "Sep 23, 2026, 2:30 AM" });
});
